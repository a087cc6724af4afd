using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Turns a scheme into what stands in the fields of its editor.</summary>
public static class SchemeDraftWriter
{
    public static SchemeDraft Write(MarkingScheme scheme)
    {
        var draft = new SchemeDraft
        {
            OpenEnded = scheme.FullMark is null,
            FullMark = scheme.FullMark is { } full ? Text(full) : "100",
            Combine = scheme.Combine,
            NoteZh = scheme.Note?.Zh ?? "",
            NoteEn = scheme.Note?.En ?? "",
            Stages = [.. scheme.Stages.Select(Stage)],
            TieBreaks = [.. scheme.TieBreaks.Select(TieBreak)],
        };
        foreach (var level in Enum.GetValues<SchemeLevel>())
        {
            if (scheme.Rounding.At(level) is { } rule)
            {
                draft.Rounding[level] = new() { Decimals = rule.Decimals, Mode = rule.Mode };
            }
        }
        return draft;
    }

    private static StageDraft Stage(Stage stage) => new()
    {
        Key = stage.Key,
        Zh = stage.Name.Zh,
        En = stage.Name.En,
        Weight = Text(stage.Weight),
        FullMark = stage.FullMark is { } full ? Text(full) : "",
        Combine = stage.Combine,
        Modules = [.. stage.Modules.Select(Module)],
    };

    private static ModuleDraft Module(Module module) => new()
    {
        Key = module.Key,
        Zh = module.Name.Zh,
        En = module.Name.En,
        Weight = Text(module.Weight),
        Forms = [.. module.Forms.Select(Form)],
    };

    private static FormDraft Form(MarkingForm form) => new()
    {
        Key = form.Key,
        Zh = form.Name.Zh,
        En = form.Name.En,
        Judges = form.Judges.ToString(CultureInfo.InvariantCulture),
        Aspects = [.. form.Aspects.Select(Aspect)],
    };

    private static AspectDraft Aspect(Aspect aspect)
    {
        var draft = new AspectDraft
        {
            Key = aspect.Key,
            Zh = aspect.Name.Zh,
            En = aspect.Name.En,
            Minimum = Text(aspect.Minimum),
            Maximum = aspect.Maximum is { } maximum ? Text(maximum) : "",
            Step = aspect.Step is { } step ? Text(step) : "",
            Factor = Text(aspect.Factor),
        };
        switch (aspect.Rule)
        {
            case PanelScore panel:
                draft.MinimumJudges = panel.MinimumJudges.ToString(CultureInfo.InvariantCulture);
                draft.Choice = AspectChoice.Mean;
                if (panel.Panel is TrimmedMean trimmed)
                {
                    draft.Choice = AspectChoice.Trimmed;
                    draft.DropHigh = trimmed.DropHigh.ToString(CultureInfo.InvariantCulture);
                    draft.DropLow = trimmed.DropLow.ToString(CultureInfo.InvariantCulture);
                }
                break;
            case DeductionPerFault faults:
                draft.Choice = AspectChoice.Faults;
                draft.PerFault = Text(faults.PerFault);
                break;
            case Binary:
                draft.Choice = AspectChoice.Binary;
                break;
            case Imported:
                draft.Choice = AspectChoice.Imported;
                break;
            default:
                draft.Choice = AspectChoice.Points;
                break;
        }
        return draft;
    }

    private static TieBreakDraft TieBreak(TieBreak rule) => new()
    {
        Word = rule.Word,
        Order = rule.Order,
        Key = rule switch { ModuleTieBreak m => m.Key, FormTieBreak f => f.Key, StageTieBreak s => s.Key, _ => "" },
    };

    private static string Text(Score score) => ScoreText.Format(score);
}
