using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Awards;

/// <summary>All entries of a contest in the order of the board, and how they compare. Immutable.</summary>
public sealed class ContestField
{
    /// <summary>What parts two entries where nothing in the rules does: a decision on record (see <see cref="DecidedBy"/>).</summary>
    public const int Decision = -2;

    private readonly CompiledScheme compiled;
    private readonly RankDecisions decisions;
    private readonly int pointsKey;

    private ContestField(CompiledScheme compiled, IEnumerable<PlacedLine> lines, Func<string, EntryFacts> facts, RankDecisions decisions)
    {
        (this.compiled, this.decisions) = (compiled, decisions);
        pointsKey = compiled.KeyOwners.TakeWhile(owner => owner == CompiledScheme.ReachedStage).Count();
        var read = lines.Select(line => Read(line, facts(line.Line.Code))).ToList();
        var scale = Scheme.Scale is { } rule ? new Scale(rule, LowerIsBetter, read.Where(line => line.IsRanked).Select(line => line.Points!.Value)) : null;
        // By rules that look at the whole field, nobody's points are final before everybody's marks are in.
        var settled = !compiled.DependsOnField || read.TrueForAll(IsSettled);
        var known = read.Select(line => line with
        {
            Scale = line.Points is { } points ? scale?.Of(points) : null,
            Bounds = !settled ? null : line is { IsComplete: true, Points: { } final } ? new(final, final) : line.Facts.Bounds,
        }).ToList();
        // The board leaves equals in the order of their codes; a decision puts them in its own. The sort is stable.
        Ranked = [.. known.Where(line => line.IsRanked).Order(Comparer<FieldLine>.Create(Compare))];
        Lines = [.. Ranked, .. known.Where(line => !line.IsRanked)];
    }

    /// <summary>The scheme the field was marked by.</summary>
    public MarkingScheme Scheme => compiled.Scheme;

    /// <summary>All entries in the order of the board, equals in that of a decision on record.</summary>
    public IReadOnlyList<FieldLine> Lines { get; }

    /// <summary>The ranked ones, the best first.</summary>
    public IReadOnlyList<FieldLine> Ranked { get; }

    /// <summary>True when fewer points are better.</summary>
    public bool LowerIsBetter => Scheme.RankOrder == TieBreakOrder.LowerFirst;

    /// <summary>True when no mark is missing any more.</summary>
    public bool IsComplete => Lines.All(IsSettled);

    /// <summary>Puts placed lines together with what else is known of them, by code.</summary>
    public static ContestField Of(CompiledScheme scheme, IEnumerable<PlacedLine> lines, Func<string, EntryFacts>? facts = null, RankDecisions? decisions = null) =>
        new(scheme, lines, facts ?? (_ => EntryFacts.None), decisions ?? RankDecisions.None);

    /// <summary>How many entries a share is taken of.</summary>
    public int Count(FieldBase of) => of switch
    {
        FieldBase.Registered => Lines.Count,
        FieldBase.TookPart => Lines.Count(line => line.Placed.Line.Status is EntryStatus.Active or EntryStatus.Disqualified),
        FieldBase.Ranked => Ranked.Count,
    };

    /// <summary>
    /// Negative when the first is before the second, zero when nothing parts them: neither the rules nor, where the rules let equals share a rank,
    /// a decision on record.
    /// </summary>
    public int Compare(FieldLine first, FieldLine second) =>
        Ranking.Compare(first.Keys, second.Keys, out _) is not 0 and var order ? order : decisions.Compare(first.Code, second.Code);

    /// <summary>As <see cref="Compare"/>, by points alone, whatever the comparators say.</summary>
    public int ComparePoints(FieldLine first, FieldLine second)
    {
        var order = Ranking.Compare(first.Keys, second.Keys, out var place);
        return place <= pointsKey ? order : 0;
    }

    /// <summary>
    /// What parts two entries: <see cref="CompiledScheme.ReachedStage"/>, 0 the points, n the n-th comparator, <see cref="Decision"/>; null when nothing does.
    /// </summary>
    public int? DecidedBy(FieldLine first, FieldLine second) =>
        Ranking.Compare(first.Keys, second.Keys, out var place) != 0 ? compiled.KeyOwners[place]
        : Compare(first, second) != 0 ? Decision
        : null;

    /// <summary>True when the first number of points is better than the second.</summary>
    public bool IsBetter(Fraction first, Fraction second) => LowerIsBetter ? first < second : first > second;

    private static bool IsSettled(FieldLine line) => line.Placed.Line.Status != EntryStatus.Active || line.IsComplete;

    private FieldLine Read(PlacedLine placed, EntryFacts facts)
    {
        Fraction?[] keys = [.. placed.Line.Keys.Select(key => key is null ? (Fraction?)null : Fraction.Parse(key))];
        var points = placed.Place == BoardPlace.Ranked ? keys[pointsKey] : null;
        return new() { Placed = placed, Facts = facts, Keys = keys, Points = LowerIsBetter ? -points : points };
    }
}
