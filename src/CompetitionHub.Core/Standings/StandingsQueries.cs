using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads boards for pages, feeds and files. The public methods see public competitions and public rows only.</summary>
public sealed class StandingsQueries
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly DigestReader digests;

    internal StandingsQueries(Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, DigestReader digests)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
        this.digests = digests;
    }

    /// <summary>The board as the public sees it; null when there is none for them. Hidden boards have no lines.</summary>
    public Task<BoardView?> FindPublicBoardAsync(string competitionSlug, string contestSlug, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => FindAsync(session, competitionSlug, contestSlug, Audience.Public), cancellationToken);

    /// <summary>The complete board, for those who may read the competition's staff pages.</summary>
    public async Task<Result<BoardView>> GetStaffBoardAsync(Actor actor, string competitionSlug, string contestSlug, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => FindAsync(session, competitionSlug, contestSlug, Audience.Staff), cancellationToken) is { } board
        && actor.MayView(board.Competition.Id)
            ? board
            : StandingsErrors.BoardNotFound();

    /// <summary>An entry of a public board with its worked arithmetic; null when the public board does not show it.</summary>
    public Task<EntryView?> FindPublicEntryAsync(string competitionSlug, string contestSlug, string code, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => FindEntryAsync(session, competitionSlug, contestSlug, Audience.Public, code), cancellationToken);

    /// <summary>An entry of the complete board with its worked arithmetic, for staff.</summary>
    public async Task<Result<EntryView>> GetStaffEntryAsync(
        Actor actor, string competitionSlug, string contestSlug, string code, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(session => FindEntryAsync(session, competitionSlug, contestSlug, Audience.Staff, code), cancellationToken) is { } entry
        && actor.MayView(entry.Board.Competition.Id)
            ? entry
            : StandingsErrors.BoardNotFound();

    /// <summary>A public competition with the state of its contests; null when the public may not see it.</summary>
    public Task<CompetitionDigest?> FindPublicCompetitionAsync(string competitionSlug, CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
            await competitions.FindBySlugAsync(session, competitionSlug) is { IsPublic: true } competition
                ? (await digests.ReadAsync(session, [competition]))[0]
                : null, cancellationToken);

    /// <summary>All public competitions with the state of their contests, the latest first.</summary>
    public Task<IReadOnlyList<CompetitionDigest>> ListPublicAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(async session =>
            await digests.ReadAsync(session, [.. (await competitions.ListAsync(session)).Where(competition => competition.IsPublic)]), cancellationToken);

    private async Task<BoardView?> FindAsync(DbSession session, string competitionSlug, string contestSlug, Audience audience) =>
        (await FindWithSchemeAsync(session, competitionSlug, contestSlug, audience))?.Board;

    private async Task<(BoardView Board, CompiledScheme Scheme)?> FindWithSchemeAsync(DbSession session, string competitionSlug, string contestSlug, Audience audience)
    {
        if (await competitions.FindBySlugAsync(session, competitionSlug) is not { } competition
            || (audience == Audience.Public && !competition.IsPublic)
            || await contests.FindBySlugAsync(session, competition.Id, contestSlug) is not { } contest
            || await BoardRepository.FindAsync(session, contest.Id) is not { } board
            || await schemes.FindCurrentAsync(session, contest.Id) is not { } scheme)
            return null;
        var lines = await StandingsRepository.ListAsync(session, contest.Id, audience);
        return (new(competition, contest, board, audience, scheme.Scheme, BoardOrder.Of(lines.Values, scheme.Compiled)), scheme.Compiled);
    }

    // The arithmetic is not stored but worked again from the marks that the audience's row was made of.
    private async Task<EntryView?> FindEntryAsync(DbSession session, string competitionSlug, string contestSlug, Audience audience, string code)
    {
        if (await FindWithSchemeAsync(session, competitionSlug, contestSlug, audience) is not var (board, scheme)
            || board.Lines.FirstOrDefault(row => row.Line.Code == code) is not { } row
            || await StandingsRepository.FindIdAsync(session, board.Contest.Id, code) is not { } entryId)
            return null;
        var moment = await ContestMoment.LoadAsync(session, board.Contest.Id, scheme, [entryId], audience == Audience.Public ? board.Board.FrozenAt : null);
        return moment.Entries is [var entry]
            ? new EntryView(board, row, moment.Explain(entry)) { Reasons = RankReasons.Of(board.Lines, row, scheme) }
            : null;
    }
}
