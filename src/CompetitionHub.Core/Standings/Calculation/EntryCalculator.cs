using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>
/// Computes what an entry's marks give. One arithmetic serves both the fast total and the worked tree, so that they
/// cannot differ. An instance keeps its buffers: use one per thread for many entries, or the static methods for one.
/// </summary>
public sealed class EntryCalculator(CompiledScheme scheme, FieldContext? field = null, RankDecisions? decisions = null)
{
    private readonly EntrySlots slots = new(scheme);
    private string panel = "";
    private bool normalises = true;

    /// <summary>The result of one entry that is alone in its field.</summary>
    public static EntryResult Calculate(CompiledScheme scheme, IReadOnlyCollection<CountedMark> marks) => Alone(scheme, marks, out var entry).Calculate(entry);

    /// <summary>The result of one entry that is alone in its field, together with its worked arithmetic.</summary>
    public static (EntryResult Result, WorkedNode Worked) Explain(CompiledScheme scheme, IReadOnlyCollection<CountedMark> marks) =>
        Alone(scheme, marks, out var entry).Explain(entry);

    /// <summary>The result of one entry.</summary>
    public EntryResult Calculate(ContestEntry entry) => Run(entry, null);

    /// <summary>The result of one entry together with its worked arithmetic.</summary>
    public (EntryResult Result, WorkedNode Worked) Explain(ContestEntry entry)
    {
        var worked = new WorkedNote(SchemeLevel.Total, "");
        var result = Run(entry, worked);
        return (result, worked.Node());
    }

    /// <summary>The modules' points as the panels gave them.</summary>
    internal Outcome[] ModulesBeforeNormalisation(ContestEntry entry)
    {
        normalises = false;
        var modules = Run(entry, null).Scores.Modules;
        normalises = true;
        return modules;
    }

    private static EntryCalculator Alone(CompiledScheme scheme, IReadOnlyCollection<CountedMark> marks, out ContestEntry entry)
    {
        entry = new ContestEntry("", "", true, marks);
        return new(scheme, FieldContext.Gather(scheme, [entry]));
    }

    private EntryResult Run(ContestEntry entry, WorkedNote? worked)
    {
        slots.Fill(entry);
        panel = entry.Panel;
        var scores = new EntryScores(scheme) { Decision = (decisions ?? RankDecisions.None).For(entry.Code) };
        var gather = new PartGather(scheme.Scheme, worked);
        foreach (var stage in scheme.Stages)
            gather.Add(Stage(stage, scores, worked), stage.Weight, stage.Stage.Key);
        // Where the last stage decides, its points are the result: what came before has brought the entry there.
        var total = scheme.Scheme.RankBy == RankBy.LastStage ? gather.Close(Last(scores, worked)) : gather.Close();
        scores.Total = Round(total, scheme.Scheme.Rounding.Total, worked);
        return new(scores, scheme.Keys(scores), slots.Marked, scheme.SlotCount, slots.Unusable);
    }

    private Outcome Last(EntryScores scores, WorkedNote? worked)
    {
        var place = scores.LastStage;
        if (place >= 0)
            worked?.Step(StepCodes.LastStage, scores.Stages[place].Points, scheme.Stages[place].Stage.Key);
        return place < 0 ? Outcome.None : scores.Stages[place];
    }

    private Outcome Stage(CompiledStage stage, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Stage, stage.Stage.Key);
        var gather = new PartGather(stage.Stage, worked);
        foreach (var module in stage.Modules)
            gather.Add(Module(module, scores, worked), module.Weight, module.Module.Key);
        var own = gather.Close();
        if (own.Points is { } points && stage.Stage.CarryOver != Score.Zero && stage.Place > 0 && scores.Stages[stage.Place - 1].Points is { } before)
        {
            own = Outcome.Of(points + (before * stage.Stage.CarryOver.ToFraction()));
            worked?.Step(StepCodes.CarriedOver, own.Points, stage.Stage.CarryOver, before);
        }
        return scores.Stages[stage.Place] = Round(own, scheme.Scheme.Rounding.Stage, worked);
    }

    private Outcome Module(CompiledModule module, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Module, module.Module.Key);
        var gather = new PartGather(module.Module, worked);
        foreach (var form in module.Forms)
            gather.Add(Form(form, scores, worked), form.Form.Key);
        var own = gather.Close();
        if (module.Module.Normalise is { } rule)
        {
            if (!normalises)
                return scores.Modules[module.Place] = own;
            own = Normalised(own, rule, field?.Panels(module.Place), worked);
        }
        return scores.Modules[module.Place] = Round(own, scheme.Scheme.Rounding.Module, worked);
    }

    private Outcome Normalised(Outcome own, Normalisation rule, PanelFacts? facts, WorkedNote? worked)
    {
        if (own.Points is not { } points || facts is null)
            return own;
        var (code, changed, by) = (StepCodes.Standardised, (Fraction?)null, (Fraction?)null);
        if (rule.IsFactor)
        {
            by = facts.Factor(panel);
            (code, changed) = (StepCodes.Corrected, by * points);
        }
        else
        {
            changed = facts.Standard(panel, points);
        }
        if (changed is not { } value)
            return own;
        if (rule.IsAdvisory)
        {
            worked?.Step(code + StepCodes.Advisory, value, by ?? value, panel);
            return own;
        }
        worked?.Step(code, value, by ?? value, panel);
        return Outcome.Of(value);
    }

    private Outcome Form(CompiledForm form, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Form, form.Form.Key);
        var gather = new PartGather(form.Form, worked);
        foreach (var aspect in form.Aspects)
        {
            var outcome = scores.Aspects[aspect.Place] = Aspect(aspect, scores, worked);
            if (aspect.Aspect.Role != AspectRole.Info)
                gather.Add(outcome, aspect.Aspect.Key, aspect.Aspect.Role);
        }
        return scores.Forms[form.Place] = Round(gather.Close(), scheme.Scheme.Rounding.Form, worked);
    }

    private Outcome Aspect(CompiledAspect compiled, EntryScores scores, WorkedNote? parent)
    {
        var worked = parent?.Child(SchemeLevel.Aspect, compiled.Aspect.Key);
        worked?.Marks(slots.Of(compiled), compiled.FirstSeat);
        var rule = compiled.Aspect.Rule;
        var facts = rule.DependsOnField ? field?.Facts(compiled.Aspect.Key) : null;
        var outcome = rule.Evaluate(new AspectInput(compiled, slots, scheme.Scheme.Rounding, facts, worked));
        if (outcome.IsNoResult)
            worked?.Fail();
        if (outcome.Points is not { } points)
            return outcome;
        if (compiled.Factor is { } factor)
        {
            points *= factor;
            worked?.Step(StepCodes.Times, points, compiled.Aspect.Factor);
        }
        points = WorkedNote.Round(points, scheme.Scheme.Rounding.Aspect, worked);
        worked?.Close(points);
        Count(compiled, points, scores);
        return Outcome.Of(points);
    }

    private static void Count(CompiledAspect compiled, Fraction points, EntryScores scores)
    {
        if (compiled.IsMeasurement && compiled.Aspect.Role is AspectRole.Points or AspectRole.Bonus)
            scores.Measurements = (scores.Measurements ?? Fraction.Zero) + points;
        if (compiled.Aspect.Role == AspectRole.Penalty)
            scores.Deductions += points;
    }

    private static Outcome Round(Outcome outcome, RoundingRule? rounding, WorkedNote? worked)
    {
        if (outcome.Points is not { } points)
            return outcome;
        var rounded = WorkedNote.Round(points, rounding, worked);
        worked?.Close(rounded);
        return Outcome.Of(rounded);
    }
}
