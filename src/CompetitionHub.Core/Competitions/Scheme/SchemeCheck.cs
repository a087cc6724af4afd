using System.Text.RegularExpressions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>One walk over a scheme that notes every problem with its path.</summary>
internal sealed partial class SchemeCheck(MarkingScheme scheme, IReadOnlyDictionary<string, int>? seatsAssigned)
{
    private readonly List<SchemeProblem> problems = [];
    private readonly HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SchemeProblem> Run()
    {
        if (scheme.FullMark is { Millionths: <= 0 })
            Refuse("full_mark", SchemeErrors.NotPositive());
        if (scheme.AllAspects().Skip(SchemeRules.MostAspects).Any())
            Refuse("stages", SchemeErrors.TooManyAspects(SchemeRules.MostAspects));
        Whole(scheme, "", scheme.Stages.Count);
        Each(scheme.Stages, "stages", SchemeErrors.NoStages, Stage);
        Weights(scheme.Combine, "stages", scheme.Stages, stage => stage.Weight, stage => SchemeRules.FullMarkOf(stage, scheme), scheme.FullMark);
        Total();
        Rounding();
        TieBreaks();
        problems.AddRange(AwardCheck.Run(scheme));
        return problems;
    }

    private void Stage(Stage stage, string path)
    {
        Identity("stage", stage.Key, stage.Name, path);
        if (stage.FullMark is { Millionths: <= 0 })
            Refuse($"{path}.full_mark", SchemeErrors.NotPositive());
        else if (stage is { FullMark: { } own, Combine: not Combination.Weighted } && SchemeRules.FullMarkOf(stage, scheme) is { } full && full != own.ToFraction())
            Unfinished($"{path}.full_mark", SchemeErrors.TotalNotFullMark(ScoreText.Format(full), own));
        Whole(stage, $"{path}.", stage.Modules.Count);
        if (stage.CarryOver < Score.Zero || stage.CarryOver > Score.Points(10))
            Refuse($"{path}.carry_over", SchemeErrors.CarryOverOutOfRange());
        else if (stage.CarryOver != Score.Zero && (scheme.RankBy != RankBy.LastStage || path == "stages[0]"))
            Refuse($"{path}.carry_over", SchemeErrors.CarryOverUnused());
        Each(stage.Modules, $"{path}.modules", SchemeErrors.NoModules, Module);
        Weights(stage.Combine, $"{path}.modules", stage.Modules, module => module.Weight, SchemeRules.FullMarkOf, stage.FullMark ?? scheme.FullMark);
    }

    private void Module(Module module, string path)
    {
        Identity("module", module.Key, module.Name, path);
        Whole(module, $"{path}.", module.Forms.Count);
        if (module.Normalise is { IsFactor: false, MeanRounding: not null })
            Refuse($"{path}.normalise.mean_decimals", SchemeErrors.LimitUnused());
        Each(module.Forms, $"{path}.forms", SchemeErrors.NoForms, Form);
    }

    private void Form(MarkingForm form, string path)
    {
        Identity("form", form.Key, form.Name, path);
        if (form.Judges is < 0 or > SchemeRules.MostJudges)
            Refuse($"{path}.judges", SchemeErrors.JudgesOutOfRange(SchemeRules.MostJudges));
        else if (form.Judges == 0 && form.Aspects.Any(aspect => aspect.Kind != AspectKind.Imported))
            Refuse($"{path}.judges", SchemeErrors.NoJudges());
        else if (seatsAssigned is not null && seatsAssigned.GetValueOrDefault(form.Key) < form.Judges)
            Unfinished($"{path}.judges", SchemeErrors.FormUnassigned(seatsAssigned.GetValueOrDefault(form.Key), form.Judges));
        Whole(form, $"{path}.", form.Aspects.Count(aspect => aspect.Role != AspectRole.Info));
        for (var i = 0; i < form.Aspects.Count; i++)
        {
            if (form.Aspects[i].Role is AspectRole.Bonus or AspectRole.Penalty && form.Combine != Combination.Sum)
                Refuse($"{path}.aspects[{i}].role", SchemeErrors.RoleNeedsSum());
        }
        Each(form.Aspects, $"{path}.aspects", SchemeErrors.NoAspects, (aspect, at) => Aspect(aspect, form, at));
    }

    private void Aspect(Aspect aspect, MarkingForm form, string path)
    {
        Identity("aspect", aspect.Key, aspect.Name, path);
        if (aspect.Factor <= Score.Zero)
            Refuse($"{path}.factor", SchemeErrors.NotPositive());
        if (aspect.Step is { Millionths: <= 0 })
            Refuse($"{path}.step", SchemeErrors.NotPositive());
        Maximum(aspect, form.Judges, path);
        if (aspect.Rule.Marks(aspect) is { Step: { Millionths: > 0 } step, Minimum: { } least, Maximum: { } most } && (most.Millionths - least.Millionths) % step.Millionths != 0)
            Refuse($"{path}.step", SchemeErrors.StepMissesMaximum(step, most));
        foreach (var (property, error) in aspect.Rule.Check(aspect, form, scheme))
            Refuse($"{path}.{property}", error);
    }

    private void Maximum(Aspect aspect, int judges, string path)
    {
        if (aspect.Maximum is { } maximum)
        {
            if (maximum < Score.Zero)
                Refuse($"{path}.maximum", SchemeErrors.MaximumNegative());
            else if (maximum <= aspect.Minimum)
                Refuse($"{path}.maximum", SchemeErrors.RangeEmpty(aspect.Minimum, maximum));
        }
        else if (scheme.FullMark is not null && aspect.Role == AspectRole.Points && aspect.Rule.MostPoints(aspect, judges) is null)
        {
            // A rule that a maximum does not help is open-ended in itself.
            if (aspect.Rule.MostPoints(aspect with { Maximum = Score.One }, judges) is null)
                Unfinished($"{path}.rule", SchemeErrors.RuleOpenEnded());
            else
                Unfinished($"{path}.maximum", SchemeErrors.MaximumMissing());
        }
    }

    private void Whole(Whole whole, string path, int parts)
    {
        if (whole.Combine == Combination.Weighted && whole is Competitions.Scheme.Module or MarkingForm)
            Refuse($"{path}combine", SchemeErrors.WeightedNotHere());
        if (whole.Count < 1 || (whole.Count > 1 && whole.Combine is not (Combination.Highest or Combination.Lowest)))
            Refuse($"{path}count", SchemeErrors.CountUnused());
        else if (whole.Count > Math.Max(parts, 1))
            Unfinished($"{path}count", SchemeErrors.CountTooLarge(whole.Count, parts));
        if (whole.Cap is { Millionths: < 0 })
            Refuse($"{path}cap", SchemeErrors.NotPositive());
        else if (whole is { Cap: { } cap, Floor: { } floor } && cap < floor)
            Refuse($"{path}cap", SchemeErrors.CapBelowFloor(cap, floor));
    }

    private void Weights<T>(
        Combination combine, string path, IReadOnlyList<T> parts, Func<T, Score> weight, Func<T, Fraction?> full, Score? whole)
    {
        if (combine != Combination.Weighted || parts.Count == 0)
            return;
        if (whole is null)
            Refuse(path[..Math.Max(path.LastIndexOf('.'), 0)], SchemeErrors.WeightedNeedsFullMark());
        var sum = 0L;
        for (var i = 0; i < parts.Count; i++)
        {
            if (weight(parts[i]) <= Score.Zero)
                Refuse($"{path}[{i}].weight", SchemeErrors.NotPositive());
            if (full(parts[i]) is null or { Sign: <= 0 })
                Unfinished($"{path}[{i}]", SchemeErrors.WeightedNeedsFullMark());
            sum += weight(parts[i]).Millionths;
        }
        if (sum != Score.Unit)
            Unfinished(path, SchemeErrors.WeightsNotOne(new Score(sum)));
    }

    private void Total()
    {
        if (scheme.FullMark is { } fullMark && scheme.AllAspects().Any()
            && SchemeRules.FullMarkOf(scheme) is { } total && total != fullMark.ToFraction())
        {
            Unfinished("full_mark", SchemeErrors.TotalNotFullMark(ScoreText.Format(total), fullMark));
        }
    }

    private void Rounding()
    {
        foreach (var level in Enum.GetValues<SchemeLevel>())
        {
            if (scheme.Rounding.At(level) is { Decimals: < 0 or > Fraction.MaximumDecimals })
                Refuse($"rounding.{level.ToString().ToLowerInvariant()}.decimals", SchemeErrors.DecimalsOutOfRange());
        }
    }

    private void TieBreaks()
    {
        for (var i = 0; i < scheme.TieBreaks.Count; i++)
        {
            var tieBreak = scheme.TieBreaks[i];
            if (tieBreak.Check(scheme) is { } error)
                Refuse($"tie_breaks[{i}].{tieBreak.Checked}", error);
            if (scheme.TieBreaks.Take(i).Any(earlier => earlier with { Order = tieBreak.Order } == tieBreak))
                problems.Add(new SchemeProblem($"tie_breaks[{i}]", SchemeSeverity.Advice, SchemeErrors.TieBreakTwice()));
        }
        if (scheme.Ranks == RankStyle.Unique && !scheme.TieBreaks.Any(tieBreak => tieBreak is LotTieBreak or CommitteeTieBreak))
            Unfinished("ranks", SchemeErrors.RanksCannotBeUnique());
    }

    // Keys are compared without case: "A1" and "a1" are one place on paper.
    private void Identity(string kind, string key, LocalText name, string path)
    {
        if (!KeyPattern().IsMatch(key))
            Refuse($"{path}.key", SchemeErrors.BadKey(key));
        else if (!keys.Add($"{kind}/{key}"))
            Refuse($"{path}.key", SchemeErrors.DuplicateKey(key));
        if (name.IsEmpty)
            Refuse($"{path}.name", SchemeErrors.NameMissing());
    }

    private void Each<T>(IReadOnlyList<T> parts, string path, Func<Error> none, Action<T, string> check)
    {
        if (parts.Count == 0)
            Unfinished(path, none());
        for (var i = 0; i < parts.Count; i++)
            check(parts[i], $"{path}[{i}]");
    }

    private void Refuse(string path, Error error) => problems.Add(new SchemeProblem(path, SchemeSeverity.Refused, error));

    private void Unfinished(string path, Error error) => problems.Add(new SchemeProblem(path, SchemeSeverity.Unfinished, error));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,39}\z")]
    private static partial Regex KeyPattern();
}
