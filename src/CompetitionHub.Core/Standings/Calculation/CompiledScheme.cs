using System.Collections.Frozen;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>A scheme prepared for calculation: immutable, made once per version, shared by all threads. Never fails: what a draft lacks gives no points.</summary>
public sealed class CompiledScheme
{
    private readonly FrozenDictionary<string, CompiledAspect> aspects;

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
        TieBreaks = [.. scheme.TieBreaks.Select(tieBreak => tieBreak.Compile(this))];
    }

    /// <summary>The scheme.</summary>
    public MarkingScheme Scheme { get; }

    /// <summary>How many marks a complete entry has.</summary>
    public int MarksExpected => SlotCount;

    internal IReadOnlyList<CompiledStage> Stages { get; }

    internal IReadOnlyList<CompiledModule> Modules { get; }

    internal IReadOnlyList<CompiledForm> Forms { get; }

    internal IReadOnlyList<Func<EntryScores, Fraction?>> TieBreaks { get; }

    internal int SlotCount { get; }

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

    internal CompiledAspect? FindAspect(string key) => aspects.GetValueOrDefault(key);

    internal int? FormPlace(string key) => Forms.FirstOrDefault(form => form.Form.Key == key)?.Place;

    internal int? ModulePlace(string key) => Modules.FirstOrDefault(module => module.Module.Key == key)?.Place;

    internal int? StagePlace(string key) => Stages.FirstOrDefault(stage => stage.Stage.Key == key)?.Place;
}

/// <summary>An aspect with its range of mark slots.</summary>
internal sealed record CompiledAspect(Aspect Aspect, int FirstSlot, int SlotCount)
{
    public bool IsMeasurement { get; } = Aspect.Kind == AspectKind.Measurement;

    public int FirstSeat { get; } = Aspect.Rule.FirstSeat;

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
