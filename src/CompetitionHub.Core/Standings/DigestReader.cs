using System.Collections.Concurrent;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Standings;

/// <summary>Reads the digests of public boards. What a revision of a board gives is computed once.</summary>
internal sealed class DigestReader(ContestRepository contests, SchemeRepository schemes)
{
    private const int Limit = 5_000;

    private readonly ConcurrentDictionary<string, BoardDigest> known = new(StringComparer.Ordinal);

    /// <summary>The digests of competitions, in their order.</summary>
    public async Task<IReadOnlyList<CompetitionDigest>> ReadAsync(DbSession session, IReadOnlyList<Competition> competitions)
    {
        var found = new List<CompetitionDigest>(competitions.Count);
        foreach (var competition in competitions)
        {
            var digests = new List<BoardDigest>();
            foreach (var contest in await contests.ListAsync(session, competition.Id))
            {
                if (await BoardRepository.FindAsync(session, contest.Id) is { } board)
                    digests.Add(await ReadAsync(session, contest, board));
            }
            found.Add(new(competition, digests));
        }
        return found;
    }

    private async Task<BoardDigest> ReadAsync(DbSession session, Contest contest, Board board)
    {
        if (known.TryGetValue(contest.Id, out var digest) && digest.Board == board && digest.Contest == contest)
            return digest;
        var rows = await schemes.FindCurrentAsync(session, contest.Id) is { } scheme
            ? BoardOrder.Of((await StandingsRepository.ListAsync(session, contest.Id, Audience.Public)).Values, scheme.Compiled)
            : [];
        var active = rows.Where(row => row.Place != BoardPlace.Out).ToList();
        digest = new(
            contest, board,
            [.. rows.TakeWhile(row => row.Rank == 1).Select(row => row.Line)],
            rows.Count,
            active.Sum(row => row.Line.Marked),
            active.Sum(row => row.Line.Expected));
        if (known.Count >= Limit)
            known.Clear();
        known[contest.Id] = digest;
        return digest;
    }
}
