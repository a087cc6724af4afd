using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>A seat of a form's panel with the judge who sits there, if any.</summary>
public sealed record SeatRow(string FormKey, int Seat, RosterJudge? Judge);

/// <summary>The forms that judges mark, all their seats, and the judges who may sit there.</summary>
public sealed record SeatPlan(IReadOnlyList<MarkingForm> Forms, IReadOnlyList<SeatRow> Seats, IReadOnlyList<RosterJudge> Judges)
{
    /// <summary>Seats without a judge.</summary>
    public int Free => Seats.Count(s => s.Judge is null);
}

/// <summary>Reads who judges what.</summary>
public sealed class JudgeSeatQueries
{
    private readonly Database database;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly JudgeSeatRepository seats;
    private readonly JudgeRoster roster;

    internal JudgeSeatQueries(Database database, ContestRepository contests, SchemeRepository schemes, JudgeSeatRepository seats, JudgeRoster roster)
    {
        this.database = database;
        this.contests = contests;
        this.schemes = schemes;
        this.seats = seats;
        this.roster = roster;
    }

    /// <summary>The seats of a contest, or null when there is no such contest.</summary>
    public Task<SeatPlan?> FindPlanAsync(string contestId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
        {
            var contest = await contests.FindAsync(session, contestId);
            if (contest is null)
            {
                return null;
            }
            var forms = SchemeState.JudgedForms((await schemes.GetCurrentAsync(session, contestId)).Scheme).ToList();
            var judges = await roster.ListAsync(session, contest.CompetitionId);
            var taken = (await seats.ListAsync(session, contestId)).ToDictionary(s => (s.FormKey, s.Seat), s => s.AccountId);
            var rows = forms.SelectMany(f => Enumerable.Range(1, f.Judges).Select(seat => new SeatRow(
                f.Key, seat, taken.TryGetValue((f.Key, seat), out var accountId) ? JudgeOf(judges, accountId) : null)));
            return new SeatPlan(forms, [.. rows], judges);
        }, cancellationToken);

    // Somebody who lost the role after being seated still sits there until taken off.
    private static RosterJudge JudgeOf(IReadOnlyList<RosterJudge> judges, string accountId) =>
        judges.FirstOrDefault(j => j.AccountId == accountId) ?? new() { AccountId = accountId, UserName = accountId[..8], DisplayName = "—", IsDisabled = true };
}
