using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>What a line on a board is.</summary>
public enum BoardPlace
{
    /// <summary>Ranked by the marks that are in.</summary>
    Ranked,
    /// <summary>Takes part, but no mark counts yet: not a zero.</summary>
    NotYetMarked,
    /// <summary>Does not take part any more: absent, withdrawn or disqualified.</summary>
    Out,
}

/// <summary>A line with its place; the rank is null unless ranked. See <see cref="Ranked{T}"/> for the rest.</summary>
public sealed record PlacedLine(BoardLine Line, BoardPlace Place, int? Rank, bool Shared, int? DecidedBy);

/// <summary>The order of a board: ranked entries, then those not yet marked, then those who are out; the same for every reader.</summary>
public static class BoardOrder
{
    /// <summary>All lines in order with their ranks, whatever order they came in.</summary>
    public static IReadOnlyList<PlacedLine> Of(IEnumerable<BoardLine> lines)
    {
        var places = lines.ToLookup(PlaceOf);
        var ranked = Ranking.Rank(
            places[BoardPlace.Ranked].Select(line => (Line: line, Keys: ReadKeys(line))),
            row => row.Keys,
            (left, right) => string.CompareOrdinal(left.Line.Code, right.Line.Code));
        return
        [
            .. ranked.Select(row => new PlacedLine(row.Item.Line, BoardPlace.Ranked, row.Rank, row.Shared, row.DecidedBy)),
            .. Rest(places, BoardPlace.NotYetMarked),
            .. Rest(places, BoardPlace.Out),
        ];
    }

    /// <summary>What a line is.</summary>
    public static BoardPlace PlaceOf(BoardLine line) =>
        line.Status != EntryStatus.Active ? BoardPlace.Out
        : line.Total is null ? BoardPlace.NotYetMarked
        : BoardPlace.Ranked;

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
