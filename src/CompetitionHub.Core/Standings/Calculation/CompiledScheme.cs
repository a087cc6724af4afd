using System.Collections.Frozen;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>A scheme prepared for calculation: immutable, made once per version, shared by all threads. Never fails: what a draft lacks gives no points.</summary>
public sealed class CompiledScheme
{
    private readonly FrozenDictionary<string, CompiledAspect> aspects;
    private readonly Func<EntryScores, Fraction?>[] keys;

    private CompiledScheme(MarkingScheme scheme)
    {
        Scheme = scheme;
        var builder = new SchemeCompiler(scheme);
        Stages = builder.Stages;
        Modules = builder.Modules;
        Forms = builder.Forms;
        SlotCount = builder.SlotCount;
        aspects = Forms.SelectMany(form => form.Aspects).DistinctBy(aspect => aspect.Aspect.Key)
            .ToFrozenDictionary(aspect => aspect.Aspect.Key, StringComparer.Ordinal);
        AspectCount = builder.AspectCount;
        DependsOnField = Forms.Any(form => form.Aspects.Any(aspect => aspect.Aspect.Rule.DependsOnField)) || Modules.Any(module => module.Module.Normalise is not null);
        IsResult = [.. Forms.SelectMany(form => form.Aspects).Select(aspect => aspect.Aspect.Role is AspectRole.Points or AspectRole.Bonus)];
        (keys, KeyOwners) = CompileKeys();
    }

    /// <summary>The scheme.</summary>
    public MarkingScheme Scheme { get; }

    /// <summary>How many marks a complete entry has.</summary>
    public int MarksExpected => SlotCount;

    internal IReadOnlyList<CompiledStage> Stages { get; }

    internal IReadOnlyList<CompiledModule> Modules { get; }

    internal IReadOnlyList<CompiledForm> Forms { get; }

    /// <summary>True when an entry's result depends on the marks of others, so that one mark moves them all.</summary>
    public bool DependsOnField { get; }

    /// <summary>
    /// What each of <see cref="EntryResult.Keys"/> is: <see cref="ReachedStage"/>, 0 the total, n the n-th tie-break (which may have several keys).
    /// </summary>
    public IReadOnlyList<int> KeyOwners { get; }

    /// <summary>The owner of the key that tells how far an entry came.</summary>
    public const int ReachedStage = -1;

    internal int SlotCount { get; }

    internal int AspectCount { get; }

    /// <summary>By place of the aspect.</summary>
    internal IReadOnlyList<bool> IsResult { get; }

    /// <summary>Prepares a scheme.</summary>
    public static CompiledScheme Compile(MarkingScheme scheme) => new(scheme);

    /// <summary>The name of a part (a row of the worked arithmetic, a column of a board), or null for a key it does not have.</summary>
    public LocalText? FindName(SchemeLevel level, string key) => level switch
    {
        SchemeLevel.Panel or SchemeLevel.Aspect => aspects.GetValueOrDefault(key)?.Aspect.Name,
        SchemeLevel.Form => FormPlace(key) is { } place ? Forms[place].Form.Name : null,
        SchemeLevel.Module => ModulePlace(key) is { } place ? Modules[place].Module.Name : null,
        SchemeLevel.Stage => StagePlace(key) is { } place ? Stages[place].Stage.Name : null,
        SchemeLevel.Total => null,
    };

    /// <summary>What ranks an entry, more always being better.</summary>
    internal Fraction?[] Keys(EntryScores scores)
    {
        var values = new Fraction?[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            values[i] = keys[i](scores);
        return values;
    }

    private (Func<EntryScores, Fraction?>[] Keys, int[] Owners) CompileKeys()
    {
        var list = new List<(Func<EntryScores, Fraction?> Key, int Owner)>();
        if (Scheme.RankBy == RankBy.LastStage)
            list.Add((scores => Fraction.Of(scores.LastStage + 1), ReachedStage));
        list.Add((Directed(scores => scores.Total.Points, Scheme.RankOrder), 0));
        for (var i = 0; i < Scheme.TieBreaks.Count; i++)
        {
            foreach (var key in Scheme.TieBreaks[i].Compile(this))
                list.Add((Directed(key, Scheme.TieBreaks[i].Direction), i + 1));
        }
        return ([.. list.Select(row => row.Key)], [.. list.Select(row => row.Owner)]);
    }

    private static Func<EntryScores, Fraction?> Directed(Func<EntryScores, Fraction?> key, TieBreakOrder order) =>
        order == TieBreakOrder.HigherFirst ? key : scores => -key(scores);

    internal CompiledAspect? FindAspect(string key) => aspects.GetValueOrDefault(key);

    internal int? FormPlace(string key) => Forms.FirstOrDefault(form => form.Form.Key == key)?.Place;

    internal int? ModulePlace(string key) => Modules.FirstOrDefault(module => module.Module.Key == key)?.Place;

    internal int? StagePlace(string key) => Stages.FirstOrDefault(stage => stage.Stage.Key == key)?.Place;
}

/// <summary>An aspect with its range of mark slots.</summary>
internal sealed record CompiledAspect(Aspect Aspect, int Place, int FirstSlot, int SlotCount)
{
    public bool IsMeasurement { get; } = Aspect.Kind == AspectKind.Measurement;

    public int FirstSeat { get; } = Aspect.Rule.FirstSeat;

    /// <summary>True where "not attempted" is no result instead of zero points: where less is better, and for what is only compared.</summary>
    public bool NotAttemptedFails { get; init; }

    /// <summary>What its marks may be.</summary>
    public MarkRange Range { get; } = Aspect.Rule.Marks(Aspect);

    /// <summary>Null where the factor is one: most aspects, and no arithmetic.</summary>
    public Fraction? Factor { get; } = Aspect.Factor == Score.One ? null : Aspect.Factor.ToFraction();
}

/// <summary>A form with its aspects and its place in the entry's scores.</summary>
internal sealed record CompiledForm(MarkingForm Form, int Place, CompiledAspect[] Aspects);

/// <summary>A module with its forms; see <see cref="PartWeight"/>.</summary>
internal sealed record CompiledModule(Module Module, int Place, CompiledForm[] Forms, PartWeight? Weight);

/// <summary>A stage with its modules.</summary>
internal sealed record CompiledStage(Stage Stage, int Place, CompiledModule[] Modules, PartWeight? Weight);

/// <summary>What a part's points are multiplied by in a weighted whole: weight ÷ full mark of the part · full mark of the whole; null multiplier while one of them is open.</summary>
internal sealed record PartWeight(Score Weight, Fraction? PartFull, Fraction? WholeFull)
{
    public Fraction? Multiplier { get; } =
        PartFull is { Sign: > 0 } part && WholeFull is { } whole ? Weight.ToFraction() / part * whole : null;
}
