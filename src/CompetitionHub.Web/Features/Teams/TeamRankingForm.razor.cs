using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Teams;

/// <summary>Sets up one team ranking; problems stand beside their fields.</summary>
public sealed partial class TeamRankingForm
{
    private IReadOnlyList<Error> errors = [];

    [Parameter, EditorRequired]
    public TeamRankingDraft Draft { get; set; } = null!;

    [Parameter, EditorRequired]
    public CompetitionTeams Teams { get; set; } = null!;

    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>Saves; gives back why not.</summary>
    [Parameter, EditorRequired]
    public Func<TeamRanking, Task<IReadOnlyList<Error>>> Save { get; set; } = null!;

    [Parameter]
    public EventCallback Closed { get; set; }

    private string Address => $"/manage/{Teams.Competition.Slug}/teams/";

    // An aspect decides only where all chosen contests measure it.
    private IEnumerable<string> AspectKeys => Chosen
        .Select(contest => contest.Value.AllAspects().Select(aspect => aspect.Key))
        .Aggregate((IEnumerable<string>?)null, (common, keys) => common is null ? keys : common.Intersect(keys))?.Union(Draft.AspectKey.Length > 0 ? [Draft.AspectKey] : []) ?? [];

    private IEnumerable<KeyValuePair<string, Core.Competitions.Scheme.MarkingScheme>> Chosen =>
        Teams.Schemes.Where(contest => Draft.Contests.Count == 0 || Draft.Contests.Contains(contest.Key));

    private IEnumerable<KeyValuePair<string, string>> AwardsWith(string chosen)
    {
        var known = Chosen.SelectMany(contest => contest.Value.Awards).SelectMany(group => group.Awards)
            .DistinctBy(award => award.Key).Select(award => KeyValuePair.Create(award.Key, $"{award.Name.In(Languages.Current)} ({award.Key})")).ToList();
        return known.Any(award => award.Key == chosen) || chosen.Length == 0 ? known : known.Prepend(KeyValuePair.Create(chosen, chosen));
    }

    private void Choose(string slug, bool chosen)
    {
        if (chosen)
        {
            Draft.Contests.Add(slug);
        }
        else
        {
            Draft.Contests.Remove(slug);
        }
    }

    private async Task SaveAsync()
    {
        var unreadable = new List<Error>();
        errors = Draft.TryRead(unreadable) is { } ranking ? await Save(ranking) : unreadable;
    }

    private string? Invalid(string field) => errors.Any(error => error.Field == field) ? "true" : null;

    private RenderFragment Problem(string field) => builder =>
    {
        foreach (var error in errors.Where(error => error.Field == field))
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "field-error");
            builder.AddContent(2, Sentences.Say(error));
            builder.CloseElement();
        }
    };
}
