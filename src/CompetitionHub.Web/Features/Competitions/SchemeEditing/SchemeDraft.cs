using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>A marking scheme while it is being edited: everything a person types is text until it is read.</summary>
public sealed class SchemeDraft
{
    public string FullMark { get; set; } = "100";
    public bool OpenEnded { get; set; }
    public Combination Combine { get; set; }
    public string NoteZh { get; set; } = "";
    public string NoteEn { get; set; } = "";
    public List<StageDraft> Stages { get; set; } = [];
    public Dictionary<SchemeLevel, RoundingDraft> Rounding { get; set; } = Enum.GetValues<SchemeLevel>().ToDictionary(l => l, _ => new RoundingDraft());
    public List<TieBreakDraft> TieBreaks { get; set; } = [];

    public IEnumerable<ModuleDraft> Modules => Stages.SelectMany(s => s.Modules);

    public IEnumerable<FormDraft> Forms => Modules.SelectMany(m => m.Forms);

    public IEnumerable<AspectDraft> Aspects => Forms.SelectMany(f => f.Aspects);
}

/// <summary>What stages, modules, forms and aspects have in common.</summary>
public abstract class PartDraft
{
    /// <summary>Tells the rows of the table apart while keys are being typed.</summary>
    public object Row { get; } = new();
    public string Key { get; set; } = "";
    public string Zh { get; set; } = "";
    public string En { get; set; } = "";
}

/// <summary>A stage.</summary>
public sealed class StageDraft : PartDraft
{
    public string Weight { get; set; } = "1";
    public string FullMark { get; set; } = "";
    public Combination Combine { get; set; }
    public List<ModuleDraft> Modules { get; set; } = [];
}

/// <summary>A module.</summary>
public sealed class ModuleDraft : PartDraft
{
    public string Weight { get; set; } = "1";
    public List<FormDraft> Forms { get; set; } = [];
}

/// <summary>A form.</summary>
public sealed class FormDraft : PartDraft
{
    public string Judges { get; set; } = "1";
    public List<AspectDraft> Aspects { get; set; } = [];
}

/// <summary>How an aspect is marked, as one choice.</summary>
public enum AspectChoice
{
    /// <summary>Panel score, mean.</summary>
    Mean,
    /// <summary>Panel score, trimmed mean.</summary>
    Trimmed,
    /// <summary>Measured points.</summary>
    Points,
    /// <summary>Deduction per fault.</summary>
    Faults,
    /// <summary>Yes or no.</summary>
    Binary,
    /// <summary>From elsewhere.</summary>
    Imported,
}

/// <summary>An aspect.</summary>
public sealed class AspectDraft : PartDraft
{
    public AspectChoice Choice { get; set; }
    public string Minimum { get; set; } = "0";
    public string Maximum { get; set; } = "10";
    public string Step { get; set; } = "";
    public string Factor { get; set; } = "1";
    public string DropHigh { get; set; } = "1";
    public string DropLow { get; set; } = "1";
    public string MinimumJudges { get; set; } = "1";
    public string PerFault { get; set; } = "1";

    public bool IsPanel => Choice is AspectChoice.Mean or AspectChoice.Trimmed;
}

/// <summary>Rounding at one level; no decimals: stays exact.</summary>
public sealed class RoundingDraft
{
    public int? Decimals { get; set; }
    public Core.Shared.RoundingMode Mode { get; set; }
}

/// <summary>A comparator: its word and, where it needs one, the key of a part.</summary>
public sealed class TieBreakDraft
{
    public string Word { get; set; } = ModuleTieBreak.RuleWord;
    public string Key { get; set; } = "";
    public TieBreakOrder Order { get; set; }
}
