using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>Gives every part of a scheme its place and every expected mark its slot.</summary>
internal sealed class SchemeCompiler
{
    private readonly MarkingScheme scheme;

    public SchemeCompiler(MarkingScheme scheme)
    {
        this.scheme = scheme;
        foreach (var stage in scheme.Stages)
            Stages.Add(Compile(stage));
    }

    public List<CompiledStage> Stages { get; } = [];

    public List<CompiledModule> Modules { get; } = [];

    public List<CompiledForm> Forms { get; } = [];

    public int SlotCount { get; private set; }

    public int AspectCount { get; private set; }

    private CompiledStage Compile(Stage stage)
    {
        var whole = (stage.FullMark ?? scheme.FullMark)?.ToFraction();
        var weight = scheme.Combine == Combination.Weighted
            ? new PartWeight(stage.Weight, SchemeRules.FullMarkOf(stage, scheme), scheme.FullMark?.ToFraction())
            : null;
        return new(stage, Stages.Count, [.. stage.Modules.Select(module => Compile(module, stage.Combine, whole))], weight);
    }

    private CompiledModule Compile(Module module, Combination combine, Fraction? whole)
    {
        CompiledForm[] forms = [.. module.Forms.Select(Compile)];
        var weight = combine == Combination.Weighted ? new PartWeight(module.Weight, SchemeRules.FullMarkOf(module), whole) : null;
        var compiled = new CompiledModule(module, Modules.Count, forms, weight);
        Modules.Add(compiled);
        return compiled;
    }

    private CompiledForm Compile(MarkingForm form)
    {
        CompiledAspect[] aspects = [.. form.Aspects.Select(aspect => Compile(aspect, form.Judges))];
        var compiled = new CompiledForm(form, Forms.Count, aspects);
        Forms.Add(compiled);
        return compiled;
    }

    private CompiledAspect Compile(Aspect aspect, int judges)
    {
        var compiled = new CompiledAspect(aspect, AspectCount++, SlotCount, aspect.Rule.MarksExpected(judges))
        {
            // What is subtracted does not win anything by being zero.
            NotAttemptedFails = aspect.Role == AspectRole.Info || (scheme.RankOrder == TieBreakOrder.LowerFirst && aspect.Role != AspectRole.Penalty),
        };
        SlotCount += compiled.SlotCount;
        return compiled;
    }
}
