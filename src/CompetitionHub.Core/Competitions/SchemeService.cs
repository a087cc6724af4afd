using System.Text.Json.Nodes;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Competitions;

/// <summary>Saves marking schemes: each save is a new version, until the first mark freezes the one it was given by.</summary>
public sealed class SchemeService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly LostSeats lostSeats;
    private readonly StandingsProjector standings;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal SchemeService(
        Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, LostSeats lostSeats,
        StandingsProjector standings, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
        this.lostSeats = lostSeats;
        this.standings = standings;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>The current scheme of a contest, or null when there is no such contest.</summary>
    public Task<CurrentScheme?> FindCurrentAsync(string contestId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => schemes.FindCurrentAsync(session, contestId), cancellationToken);

    /// <summary>
    /// Saves a scheme as the next version; problems are allowed while nobody marks. Refused when the scheme is frozen or when
    /// <paramref name="basedOn"/> is not the current version. Seats of forms that are gone or became smaller are freed.
    /// </summary>
    public Task<Result<int>> SaveAsync(Actor actor, string contestId, int basedOn, MarkingScheme scheme, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<int>(async session =>
        {
            var contest = await contests.LockAsync(session, contestId);
            if (contest is null)
            {
                return CompetitionsErrors.ContestNotFound();
            }
            if (CompetitionsAccess.RefuseToOrganise(actor, contest.CompetitionId) is { } refusal)
            {
                return refusal;
            }
            // Whoever gives the first mark holds the board: it freezes the version this save would replace, or sees the new one.
            await BoardRepository.BumpAsync(session, contestId);
            var competition = (await competitions.FindAsync(session, contest.CompetitionId))!;
            var current = await schemes.GetCurrentAsync(session, contestId);
            if (Refuse(competition, current, basedOn, scheme) is { } closed)
            {
                return closed;
            }
            var contradictions = SchemeRules.Check(scheme).Where(p => p.Severity == SchemeSeverity.Refused).Select(p => p.Error with { Field = p.Path }).ToList();
            if (contradictions.Count > 0)
            {
                return Result<int>.Failure(contradictions);
            }
            var document = SchemeJson.Write(scheme);
            var version = current.Version + 1;
            await schemes.InsertAsync(session, contestId, version, scheme, time.GetUtcNow(), actor.AccountId);
            await lostSeats.FreeAsync(session, actor, contest, scheme);
            standings.ContestChanged(session, contestId);
            await audit.AppendAsync(
                session, actor, contest.CompetitionId, AuditAction.SchemeSaved, "scheme", contestId,
                new { current.Version }, new { version, scheme = JsonNode.Parse(document) });
            return version;
        }, cancellationToken);

    private static Error? Refuse(Competition competition, CurrentScheme current, int basedOn, MarkingScheme scheme)
    {
        if (competition.State == CompetitionState.Closed)
        {
            return CompetitionsErrors.CompetitionClosed();
        }
        if (current.IsFrozen)
        {
            return CompetitionsErrors.SchemeFrozen();
        }
        if (current.Version != basedOn)
        {
            return CompetitionsErrors.SchemeChanged();
        }
        var problems = SchemeState.CountErrors(scheme);
        return competition.TakesMarks && problems > 0 ? CompetitionsErrors.SchemeMustBeReady(problems) : null;
    }
}
