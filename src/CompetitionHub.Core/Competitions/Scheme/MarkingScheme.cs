using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>How a contest is marked (评分方案): one immutable document per contest and version.</summary>
public sealed record MarkingScheme : Whole
{
    /// <summary>A remark for judges and readers.</summary>
    public LocalText? Note { get; init; }

    /// <summary>The points of a perfect entry; null for an open-ended contest.</summary>
    public Score? FullMark { get; init; } = Score.Points(100);

    /// <summary>The stages in order.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>Where values are rounded.</summary>
    public RoundingPlan Rounding { get; init; } = new();

    /// <summary>What is compared first.</summary>
    public RankBy RankBy { get; init; }

    /// <summary>Whether more or fewer points are better.</summary>
    public TieBreakOrder RankOrder { get; init; }

    /// <summary>What equal entries get.</summary>
    public RankStyle Ranks { get; init; }

    /// <summary>What decides between equal totals, in order.</summary>
    public IReadOnlyList<TieBreak> TieBreaks { get; init; } = [];

    /// <summary>The scale beside the total; null for none.</summary>
    public ScaleRule? Scale { get; init; }

    /// <summary>Who goes on; null where nobody does.</summary>
    public AdvancementRule? Advancement { get; init; }

    /// <summary>Awards by rule.</summary>
    public IReadOnlyList<AwardGroup> Awards { get; init; } = [];

    /// <summary>All modules of all stages in order.</summary>
    public IEnumerable<Module> AllModules() => Stages.SelectMany(stage => stage.Modules);

    /// <summary>All forms of all modules in order.</summary>
    public IEnumerable<MarkingForm> AllForms() => AllModules().SelectMany(module => module.Forms);

    /// <summary>All aspects of all forms in order.</summary>
    public IEnumerable<Aspect> AllAspects() => AllForms().SelectMany(form => form.Aspects);

    /// <summary>The aspect with this key, or null.</summary>
    public Aspect? FindAspect(string aspectKey) => AllAspects().FirstOrDefault(aspect => aspect.Key == aspectKey);

    /// <summary>The name of a part, or null for the total and for unknown keys.</summary>
    public LocalText? NameOf(SchemeLevel level, string key) => level switch
    {
        SchemeLevel.Total => null,
        SchemeLevel.Stage => Stages.FirstOrDefault(part => part.Key == key)?.Name,
        SchemeLevel.Module => AllModules().FirstOrDefault(part => part.Key == key)?.Name,
        SchemeLevel.Form => FindForm(key)?.Name,
        SchemeLevel.Aspect or SchemeLevel.Panel => FindAspect(key)?.Name,
    };

    /// <summary>The form with this key, or null.</summary>
    public MarkingForm? FindForm(string formKey) => AllForms().FirstOrDefault(form => form.Key == formKey);
}

/// <summary>A stage (阶段), such as a preliminary and a final that both count.</summary>
public sealed record Stage : Whole
{
    /// <summary>Short key, unique among the stages.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Share in a weighted total; the shares sum to one.</summary>
    public Score Weight { get; init; } = Score.One;

    /// <summary>What a weighted stage is scaled to; null for the scheme's full mark.</summary>
    public Score? FullMark { get; init; }

    /// <summary>Share of the points of the stage before that is added to this one's; only where the last stage decides.</summary>
    public Score CarryOver { get; init; }

    /// <summary>The modules in order.</summary>
    public IReadOnlyList<Module> Modules { get; init; } = [];
}

/// <summary>A module (模块), made of its forms.</summary>
public sealed record Module : Whole
{
    /// <summary>Short key, unique among all modules of the scheme.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Share in a weighted stage; the shares sum to one.</summary>
    public Score Weight { get; init; } = Score.One;

    /// <summary>How rooms or panels that marked different entries are made comparable; null where one panel marks all.</summary>
    public Normalisation? Normalise { get; init; }

    /// <summary>The forms in order.</summary>
    public IReadOnlyList<MarkingForm> Forms { get; init; } = [];
}

/// <summary>A marking form (评分表), made of its aspects and marked by one panel.</summary>
public sealed record MarkingForm : Whole
{
    /// <summary>Short key, unique among all forms of the scheme.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Seats of the panel, numbered from 1; none when every aspect is imported.</summary>
    public int Judges { get; init; } = 1;

    /// <summary>The aspects in order.</summary>
    public IReadOnlyList<Aspect> Aspects { get; init; } = [];
}

/// <summary>An aspect (评分点): the smallest thing that gets points.</summary>
public sealed record Aspect
{
    /// <summary>Short key, unique among all aspects of the scheme.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Where its marks come from and how they become points.</summary>
    public required AspectRule Rule { get; init; }

    /// <summary>The kind of its rule.</summary>
    public AspectKind Kind => Rule.Kind;

    /// <summary>The fewest points before the factor; also the floor of deductions.</summary>
    public Score Minimum { get; init; }

    /// <summary>The most points before the factor; null when open-ended.</summary>
    public Score? Maximum { get; init; }

    /// <summary>Distance between two marks that may be given, counted from the minimum; null for any.</summary>
    public Score? Step { get; init; }

    /// <summary>What the points are multiplied by.</summary>
    public Score Factor { get; init; } = Score.One;

    /// <summary>What the points are for.</summary>
    public AspectRole Role { get; init; }
}

/// <summary>What the points of an aspect are for.</summary>
public enum AspectRole
{
    /// <summary>得分: part of the full mark.</summary>
    Points,
    /// <summary>加分: added on top of the full mark.</summary>
    Bonus,
    /// <summary>扣分: subtracted.</summary>
    Penalty,
    /// <summary>参考: never summed; read by comparators and other rules (time used, body weight, votes).</summary>
    Info,
}
