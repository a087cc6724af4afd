using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Verification;
using Outcome = CompetitionHub.Core.Verification.Outcome;
using PartLevel = CompetitionHub.Core.Verification.PartLevel;

namespace CompetitionHub.Core.Standings;

/// <summary>Brings what the engine says about a contest into the shape that the second calculator's word has.</summary>
internal static class EngineStandings
{
    /// <summary>What stands in the board's rows, and what the engine makes of the marks now.</summary>
    public static async Task<(ComputedContest Stored, ComputedContest Recalculated)> ReadAsync(DbSession session, SchemeRepository schemes, Contest contest)
    {
        var scheme = (await schemes.GetCurrentAsync(session, contest.Id)).Compiled;
        var moment = await ContestMoment.LoadAsync(session, contest.Id, scheme, null, until: null);
        var stored = await StandingsRepository.ListAsync(session, contest.Id, Audience.Staff);
        var lines = moment.Entries.ToDictionary(entry => entry.Id, moment.Line, StringComparer.Ordinal);
        var worked = moment.Entries.ToDictionary(entry => entry.Code, moment.Explain, StringComparer.Ordinal);
        var now = lines.Values.ToDictionary(line => line.Code, StringComparer.Ordinal);
        return (
            new(contest.Slug, Entries(stored.Values, scheme, line => StoredParts(line, now.GetValueOrDefault(line.Code), worked.GetValueOrDefault(line.Code), scheme))),
            new(contest.Slug, Entries(lines.Values, scheme, line => [.. Parts(worked[line.Code])])));
    }

    /// <summary>Lines as the engine ranks them.</summary>
    public static IReadOnlyList<ComputedEntry> Entries(IEnumerable<BoardLine> lines, CompiledScheme scheme, Func<BoardLine, IReadOnlyList<ComputedPart>> partsOf) =>
        [.. BoardOrder.Of(lines, scheme).Select(placed => new ComputedEntry(placed.Line.Code, Place(placed.Place))
        {
            Rank = placed.Rank,
            IsShared = placed.Shared,
            IsUnresolved = placed.IsUnresolved,
            Parts = partsOf(placed.Line),
            Keys = [.. placed.Line.Keys.Zip(scheme.KeyOwners)
                .GroupBy(key => key.Second, (owner, keys) => new ComparedKey(owner, [.. keys.Select(key => Exact(key.First))]))],
            Scale = Exact(placed.Line.Scale),
        })];

    /// <summary>The worked arithmetic from the aspects up.</summary>
    public static IEnumerable<ComputedPart> Parts(WorkedNode node) =>
        node.Parts.SelectMany(Parts).Append(new(Level(node.Level), node.Key, node.NoResult ? Outcome.NoResult : Of(Exact(node.Exact))));

    // Rows hold points as text for people. A text that is what the marks give stands for its exact points; another one for itself.
    private static IReadOnlyList<ComputedPart> StoredParts(BoardLine line, BoardLine? now, WorkedNode? worked, CompiledScheme scheme)
    {
        if (now is null || worked is null)
            return [];
        var exact = Parts(worked).ToLookup(part => (part.Level, part.Key), part => part.Outcome);
        var modules = scheme.Scheme.AllModules().Select((module, i) => Stored(PartLevel.Module, module.Key, line.Modules.ElementAtOrDefault(i), now.Modules[i]));
        return [.. modules, line.NoResult ? new(PartLevel.Total, "", Outcome.NoResult) : Stored(PartLevel.Total, "", line.Total, now.NoResult ? "" : now.Total)];

        ComputedPart Stored(PartLevel level, string key, string? stored, string? calculated) =>
            new(level, key, stored == calculated ? exact[(level, key)].First() : Of(Exact(stored)));
    }

    private static Outcome Of(Rational? points) => points is { } value ? value : Outcome.None;

    private static Rational? Exact(string? text) => text is null ? null : Rational.Parse(text);

    private static ComputedPlace Place(BoardPlace place) => place switch
    {
        BoardPlace.Ranked => ComputedPlace.Ranked,
        BoardPlace.NoResult => ComputedPlace.NoResult,
        BoardPlace.NotYetMarked => ComputedPlace.NotYetMarked,
        BoardPlace.Out => ComputedPlace.Out,
    };

    private static PartLevel Level(SchemeLevel level) => level switch
    {
        SchemeLevel.Total => PartLevel.Total,
        SchemeLevel.Stage => PartLevel.Stage,
        SchemeLevel.Module => PartLevel.Module,
        SchemeLevel.Form => PartLevel.Form,
        SchemeLevel.Aspect or SchemeLevel.Panel => PartLevel.Aspect,
    };
}
