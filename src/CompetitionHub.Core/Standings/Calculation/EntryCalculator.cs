using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>
/// Computes what an entry's marks give. One arithmetic serves both the fast total and the worked tree, so that they
/// cannot differ. An instance keeps its buffers: use one per thread for many entries, or the static methods for one.
/// </summary>
public sealed class EntryCalculator(CompiledScheme scheme)
{
    private readonly MarkSlot[] slots = new MarkSlot[scheme.SlotCount];
    private Fraction? measurements;

    /// <summary>The result of one entry.</summary>
    public static EntryResult Calculate(CompiledScheme scheme, IReadOnlyCollection<CountedMark> marks) =>
        new EntryCalculator(scheme).Calculate([.. marks]);

    /// <summary>The result of one entry together with its worked arithmetic.</summary>
    public static (EntryResult Result, WorkedNode Worked) Explain(CompiledScheme scheme, IReadOnlyCollection<CountedMark> marks) =>
        new EntryCalculator(scheme).Explain([.. marks]);

    /// <summary>The result of one entry.</summary>
    public EntryResult Calculate(ReadOnlySpan<CountedMark> marks) => Run(marks, null);

    /// <summary>The result of one entry together with its worked arithmetic.</summary>
    public (EntryResult Result, WorkedNode Worked) Explain(ReadOnlySpan<CountedMark> marks)
    {
        var worked = new WorkedNote(SchemeLevel.Total, "");
        var result = Run(marks, worked);
        return (result, worked.Node());
    }

    private EntryResult Run(ReadOnlySpan<CountedMark> marks, WorkedNote? worked)
    {
        var (marked, unusable) = Place(marks);
        var scores = new EntryScores(scheme);
        measurements = null;
        var sum = new PartSum(worked);
        foreach (var stage in scheme.Stages)
            sum.Add(Stage(stage, scores, worked), stage.Weight, stage.Stage.Key);
        scores.Total = sum.Close(scheme.Scheme.Rounding.Total);
        scores.Measurements = measurements;
        return new(scores, Keys(scores), marked, scheme.SlotCount, unusable);
    }

    private (int Marked, int Unusable) Place(ReadOnlySpan<CountedMark> marks)
    {
        slots.AsSpan().Clear();
        var (marked, unusable) = (0, 0);
        foreach (ref readonly var mark in marks)
        {
            if (mark.State == MarkState.Cleared)
                continue;
            var aspect = scheme.FindAspect(mark.AspectKey);
            var place = mark.Seat - (aspect?.FirstSeat ?? 0);
            if (aspect is null || (uint)place >= (uint)aspect.SlotCount || slots[aspect.FirstSlot + place].State != MarkState.Cleared)
            {
                unusable++;
                continue;
            }
            slots[aspect.FirstSlot + place] = new MarkSlot(mark.State, mark.Value?.Millionths ?? 0);
            marked++;
        }
        return (marked, unusable);
    }

    private Fraction?[] Keys(EntryScores scores)
    {
        var keys = new Fraction?[1 + scheme.TieBreaks.Count];
        keys[0] = scores.Total;
        for (var i = 1; i < keys.Length; i++)
        {
            var key = scheme.TieBreaks[i - 1](scores);
            keys[i] = scheme.Scheme.TieBreaks[i - 1].Order == TieBreakOrder.LowerFirst ? -key : key;
        }
        return keys;
    }

    private Fraction? Stage(CompiledStage stage, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Stage, stage.Stage.Key);
        var sum = new PartSum(worked);
        foreach (var module in stage.Modules)
            sum.Add(Module(module, scores, worked), module.Weight, module.Module.Key);
        return scores.Stages[stage.Place] = sum.Close(scheme.Scheme.Rounding.Stage);
    }

    private Fraction? Module(CompiledModule module, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Module, module.Module.Key);
        var sum = new PartSum(worked);
        foreach (var form in module.Forms)
            sum.Add(Form(form, scores, worked));
        return scores.Modules[module.Place] = sum.Close(scheme.Scheme.Rounding.Module);
    }

    private Fraction? Form(CompiledForm form, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Form, form.Form.Key);
        var sum = new PartSum(worked);
        foreach (var aspect in form.Aspects)
            sum.Add(Aspect(aspect, worked));
        return scores.Forms[form.Place] = sum.Close(scheme.Scheme.Rounding.Form);
    }

    private Fraction? Aspect(CompiledAspect compiled, WorkedNote? parent)
    {
        var marks = slots.AsSpan(compiled.FirstSlot, compiled.SlotCount);
        var worked = parent?.Child(SchemeLevel.Aspect, compiled.Aspect.Key);
        worked?.Marks(marks, compiled.FirstSeat);
        if (compiled.Aspect.Rule.Evaluate(compiled.Aspect, marks, scheme.Scheme.Rounding, worked) is not { } points)
            return null;
        if (compiled.Factor is { } factor)
        {
            points *= factor;
            worked?.Step(StepCodes.Times, points, compiled.Aspect.Factor);
        }
        points = WorkedNote.Round(points, scheme.Scheme.Rounding.Aspect, worked);
        if (compiled.IsMeasurement)
            measurements = (measurements ?? Fraction.Zero) + points;
        worked?.Close(points);
        return points;
    }
}
