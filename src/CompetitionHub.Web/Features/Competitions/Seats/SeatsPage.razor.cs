using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.Seats;

/// <summary>Who sits where: each form of a contest with its seats. Every change is saved at once and undone by one press.</summary>
public partial class SeatsPage(
    CurrentActor current, ContestQueries contests, JudgeSeatQueries seats, JudgeSeatService service, DelegationQueries delegationQueries,
    JudgeDelegationService origins, GrantService grants, ErrorSentences errors, NavigationManager navigation)
{
    private ContestInCompetition? found;
    private SeatPlan? plan;
    private IReadOnlyList<Delegation> delegations = [];
    private Func<Task>? undo;
    private int attempt;
    private bool mayChange;
    private bool mayGrant;
    private bool organiser;
    private bool isClosed;
    private string? problem;
    private string? said;

    [Parameter] public string Slug { get; set; } = "";

    [Parameter] public string Contest { get; set; } = "";

    [SupplyParameterFromQuery(Name = "panel")] private string? Panel { get; set; }

    private string ContestSlug => Contest;

    private IReadOnlyList<RosterJudge> Seated => [.. plan!.Judges.Where(j => plan.Seats.Any(s => s.Judge?.AccountId == j.AccountId))];

    protected override async Task OnInitializedAsync()
    {
        var actor = await current.GetAsync();
        found = await contests.FindAsync(Slug, Contest) is { } at && actor.MayView(at.Competition.Id) ? at : null;
        if (found is null)
        {
            navigation.NotFound();
            return;
        }
        isClosed = found.Competition.State == CompetitionState.Closed;
        mayChange = actor.MayDirectMarking(found.Competition.Id) && !isClosed;
        organiser = actor.MayOrganise(found.Competition.Id);
        mayGrant = organiser && !isClosed;
        delegations = [.. (await delegationQueries.ListAsync(found.Competition.Id)).Select(row => row.Delegation)];
        await LoadAsync();
    }

    private async Task LoadAsync() => plan = await seats.FindPlanAsync(found!.Contest.Id);

    private async Task ChangeAsync((SeatRow Seat, string? AccountId) change)
    {
        var (seat, accountId) = change;
        if (Say(await PutAsync(seat, accountId)))
        {
            var judge = plan!.Judges.FirstOrDefault(j => j.AccountId == accountId)?.DisplayName;
            said = judge is null ? T["Seats.Freed", FormName(seat.FormKey), seat.Seat] : T["Seats.Seated", FormName(seat.FormKey), seat.Seat, judge];
            undo = () => UndoAsync([seat]);
        }
        await LoadAsync();
    }

    private async Task CopyAsync(string formKey)
    {
        var before = plan!.Seats;
        var result = await service.CopyToAllFormsAsync(await current.GetAsync(), found!.Contest.Id, formKey);
        await LoadAsync();
        if (Say(result))
        {
            said = T["Seats.Copied", result.Value];
            var filled = before.Where(b => b.Judge is null && plan!.Seats.Any(s => s.FormKey == b.FormKey && s.Seat == b.Seat && s.Judge is not null)).ToList();
            undo = filled.Count == 0 ? null : () => UndoAsync(filled);
        }
    }

    private async Task UndoAsync(IReadOnlyList<SeatRow> changed)
    {
        var undone = true;
        foreach (var seat in changed)
        {
            undone = Say(await PutAsync(seat, seat.Judge?.AccountId)) && undone;
        }
        said = undone ? T["Seats.Undone"].Value : null;
        await LoadAsync();
    }

    private async Task ComesFromAsync((RosterJudge Judge, string? DelegationId) change)
    {
        var (judge, delegationId) = change;
        if (Say(await origins.SetAsync(await current.GetAsync(), found!.Competition.Id, judge.AccountId, delegationId)))
        {
            said = T["Seats.From.Set", judge.DisplayName, delegations.FirstOrDefault(d => d.Id == delegationId)?.Name.In(Languages.Current) ?? T["Seats.From.None"].Value];
            undo = () => ComesFromAgainAsync(judge);
        }
        await LoadAsync();
    }

    private async Task ComesFromAgainAsync(RosterJudge before)
    {
        said = Say(await origins.SetAsync(await current.GetAsync(), found!.Competition.Id, before.AccountId, before.DelegationId)) ? T["Seats.Undone"].Value : null;
        await LoadAsync();
    }

    private async Task<Result> PutAsync(SeatRow seat, string? accountId)
    {
        var actor = await current.GetAsync();
        return accountId is null
            ? await service.ClearAsync(actor, found!.Contest.Id, seat.FormKey, seat.Seat)
            : await service.AssignAsync(actor, found!.Contest.Id, seat.FormKey, seat.Seat, accountId);
    }

    private async Task GrantAsync(Account account)
    {
        var result = await grants.GrantAsync(await current.GetAsync(), account.Id, new RoleGrant(found!.Competition.Id, Role.Judge));
        if (Say(result))
        {
            said = T["Seats.Added", account.DisplayName];
        }
        await LoadAsync();
    }

    private bool Say(Result result)
    {
        (said, undo) = (null, null);
        problem = result.Succeeded ? null : errors.Say(result);
        attempt += result.Succeeded ? 0 : 1;
        return result.Succeeded;
    }

    private string FormName(string formKey) => plan!.Forms.First(f => f.Key == formKey).Name.In(Languages.Current);

    private string FreeOf(string formKey) =>
        string.Join(Languages.Current == "zh" ? "、" : ", ", plan!.Seats.Where(s => s.FormKey == formKey && s.Judge is null).Select(s => s.Seat));

    private void Open(string panel) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("panel", Panel == panel ? null : panel), replace: true);
}
