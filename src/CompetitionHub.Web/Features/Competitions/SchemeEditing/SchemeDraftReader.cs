using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Turns what was typed into a scheme; numbers that cannot be read are problems at their place, with the path the rules use too.</summary>
public sealed class SchemeDraftReader
{
    private readonly List<SchemeProblem> problems = [];

    private SchemeDraftReader() { }

    /// <summary>The scheme, and what could not be read (its place then holds a stand-in).</summary>
    public static (MarkingScheme Scheme, IReadOnlyList<SchemeProblem> Unreadable) Read(SchemeDraft draft)
    {
        var reader = new SchemeDraftReader();
        return (reader.Scheme(draft), reader.problems);
    }

    private MarkingScheme Scheme(SchemeDraft draft) => new()
    {
        Note = draft.NoteZh.Trim().Length + draft.NoteEn.Trim().Length == 0 ? null : new(draft.NoteZh.Trim(), draft.NoteEn.Trim()),
        FullMark = draft.OpenEnded ? null : Number(draft.FullMark, "full_mark"),
        Combine = draft.Combine,
        Stages = [.. draft.Stages.Select((stage, i) => Stage(stage, $"stages[{i}]"))],
        Rounding = new()
        {
            Panel = Round(draft, SchemeLevel.Panel),
            Aspect = Round(draft, SchemeLevel.Aspect),
            Form = Round(draft, SchemeLevel.Form),
            Module = Round(draft, SchemeLevel.Module),
            Stage = Round(draft, SchemeLevel.Stage),
            Total = Round(draft, SchemeLevel.Total),
        },
        TieBreaks = [.. draft.TieBreaks.Select(TieBreak)],
    };

    private Stage Stage(StageDraft draft, string path) => new()
    {
        Key = draft.Key.Trim(),
        Name = Name(draft),
        Weight = Number(draft.Weight, path + ".weight"),
        FullMark = draft.FullMark.Trim().Length == 0 ? null : Number(draft.FullMark, path + ".full_mark"),
        Combine = draft.Combine,
        Modules = [.. draft.Modules.Select((module, i) => Module(module, $"{path}.modules[{i}]"))],
    };

    private Module Module(ModuleDraft draft, string path) => new()
    {
        Key = draft.Key.Trim(),
        Name = Name(draft),
        Weight = Number(draft.Weight, path + ".weight"),
        Forms = [.. draft.Forms.Select((form, i) => Form(form, $"{path}.forms[{i}]"))],
    };

    private MarkingForm Form(FormDraft draft, string path) => new()
    {
        Key = draft.Key.Trim(),
        Name = Name(draft),
        Judges = Whole(draft.Judges, path + ".judges"),
        Aspects = [.. draft.Aspects.Select((aspect, i) => Aspect(aspect, $"{path}.aspects[{i}]"))],
    };

    private Aspect Aspect(AspectDraft draft, string path) => new()
    {
        Key = draft.Key.Trim(),
        Name = Name(draft),
        Rule = Rule(draft, path),
        Minimum = Number(draft.Minimum, path + ".minimum", empty: Score.Zero),
        Maximum = draft.Maximum.Trim().Length == 0 ? null : Number(draft.Maximum, path + ".maximum"),
        Step = draft.Step.Trim().Length == 0 ? null : Number(draft.Step, path + ".step"),
        Factor = Number(draft.Factor, path + ".factor", empty: Score.One),
    };

    private AspectRule Rule(AspectDraft draft, string path) => draft.Choice switch
    {
        AspectChoice.Mean => new PanelScore(new PanelMean()) { MinimumJudges = Whole(draft.MinimumJudges, path + ".rule.minimum_judges") },
        AspectChoice.Trimmed => new PanelScore(new TrimmedMean(Whole(draft.DropHigh, path + ".rule.panel.drop_high"), Whole(draft.DropLow, path + ".rule.panel.drop_low")))
        {
            MinimumJudges = Whole(draft.MinimumJudges, path + ".rule.minimum_judges"),
        },
        AspectChoice.Points => new DirectPoints(),
        AspectChoice.Faults => new DeductionPerFault(Number(draft.PerFault, path + ".rule.per_fault")),
        AspectChoice.Binary => new Binary(),
        AspectChoice.Imported => new Imported(),
    };

    private static TieBreak TieBreak(TieBreakDraft draft)
    {
        TieBreak rule = draft.Word switch
        {
            ModuleTieBreak.RuleWord => new ModuleTieBreak(draft.Key),
            FormTieBreak.RuleWord => new FormTieBreak(draft.Key),
            StageTieBreak.RuleWord => new StageTieBreak(draft.Key),
            _ => new MeasurementsTieBreak(),
        };
        return rule with { Order = draft.Order };
    }

    private static RoundingRule? Round(SchemeDraft draft, SchemeLevel level) =>
        draft.Rounding[level] is { Decimals: { } decimals } rule ? new(decimals, rule.Mode) : null;

    private static LocalText Name(PartDraft draft) => new(draft.Zh.Trim(), draft.En.Trim());

    private Score Number(string text, string path, Score? empty = null)
    {
        if (empty is { } stand && text.Trim().Length == 0)
        {
            return stand;
        }
        var read = ScoreText.Parse(text);
        if (read.Succeeded)
        {
            return read.Value;
        }
        problems.Add(new(path, SchemeSeverity.Refused, read.Error));
        return Score.One;
    }

    private int Whole(string text, string path)
    {
        var number = Number(text, path);
        if (number.IsWhole && number.Millionths is >= 0 and <= 999 * Score.Unit)
        {
            return (int)(number.Millionths / Score.Unit);
        }
        problems.Add(new(path, SchemeSeverity.Refused, ScoreErrors.NotANumber(text)));
        return 1;
    }
}
