using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>What a line on a board is.</summary>
public enum BoardPlace
{
    /// <summary>Ranked by the marks that are in.</summary>
    Ranked,
    /// <summary>Attempted without a valid result: behind everybody who has one, before those still to come.</summary>
    NoResult,
    /// <summary>Takes part, but no mark counts yet: not a zero.</summary>
    NotYetMarked,
    /// <summary>Does not take part any more: absent, withdrawn or disqualified.</summary>
    Out,
}

/// <summary>A line with its place.</summary>
/// <param name="Line">The line.</param>
/// <param name="Place">What it is.</param>
/// <param name="Rank">Null unless ranked.</param>
/// <param name="Shared">True when another line has the same rank.</param>
/// <param name="DecidedBy">What put it behind the line above (see <see cref="CompiledScheme.KeyOwners"/>); null for the first and for equals.</param>
public sealed record PlacedLine(BoardLine Line, BoardPlace Place, int? Rank, bool Shared, int? DecidedBy)
{
    /// <summary>True when the rules share no ranks and only a lot or a committee can part it from its equals.</summary>
    public bool IsUnresolved { get; init; }
}

/// <summary>The order of a board: ranked entries, those without a valid result, those not yet marked, those who are out; the same for every reader.</summary>
public static class BoardOrder
{
    /// <summary>All lines in order with their ranks, whatever order they came in.</summary>
    public static IReadOnlyList<PlacedLine> Of(IEnumerable<BoardLine> lines, CompiledScheme scheme)
    {
        var style = scheme.Scheme.Ranks;
        var places = lines.ToLookup(PlaceOf);
        var ranked = Ranking.Rank(
            places[BoardPlace.Ranked].Select(line => (Line: line, Keys: ReadKeys(line))),
            row => row.Keys,
            (left, right) => string.CompareOrdinal(left.Line.Code, right.Line.Code),
            style);
        var scaled = Scaling(scheme, [.. ranked.Select(row => row.Item.Keys)]);
        return
        [
            .. ranked.Select(row => new PlacedLine(scaled(row.Item.Line, row.Item.Keys), BoardPlace.Ranked, row.Rank, row.Shared, Owner(row.DecidedBy))
            {
                IsUnresolved = row.Shared && style == RankStyle.Unique,
            }),
            .. Rest(places, BoardPlace.NoResult),
            .. Rest(places, BoardPlace.NotYetMarked),
            .. Rest(places, BoardPlace.Out),
        ];

        int? Owner(int? key) => key is { } place && place < scheme.KeyOwners.Count ? scheme.KeyOwners[place] : null;
    }

    /// <summary>What a line is.</summary>
    public static BoardPlace PlaceOf(BoardLine line) =>
        line.Status != EntryStatus.Active ? BoardPlace.Out
        : line.NoResult ? BoardPlace.NoResult
        : line.Total is null ? BoardPlace.NotYetMarked
        : BoardPlace.Ranked;

    // Scale points are worked out like ranks, from the keys of all who are ranked.
    private static Func<BoardLine, Fraction?[], BoardLine> Scaling(CompiledScheme scheme, IReadOnlyList<Fraction?[]> field)
    {
        if (scheme.Scheme.Scale is not { } rule)
            return (line, _) => line;
        var place = scheme.KeyOwners.Index().First(key => key.Item == 0).Index;
        var lowerIsBetter = scheme.Scheme.RankOrder == TieBreakOrder.LowerFirst;
        var scale = new Scale(rule, lowerIsBetter, field.Select(Total));
        return (line, keys) => line with { Scale = ScoreText.Format(scale.Of(Total(keys)), rule.Decimals) };

        Fraction Total(Fraction?[] keys) => lowerIsBetter ? -keys[place]!.Value : keys[place]!.Value;
    }

    private static Fraction?[] ReadKeys(BoardLine line)
    {
        var keys = new Fraction?[line.Keys.Count];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = line.Keys[i] is { } text ? Fraction.Parse(text) : null;
        return keys;
    }

    private static IEnumerable<PlacedLine> Rest(ILookup<BoardPlace, BoardLine> places, BoardPlace place) =>
        places[place]
            .OrderBy(line => line.Status)
            .ThenBy(line => line.Code, StringComparer.Ordinal)
            .Select(line => new PlacedLine(line, place, null, false, null));
}
