using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Where an aspect's marks come from.</summary>
public enum AspectKind
{
    /// <summary>评价分: every judge of the panel gives a mark.</summary>
    PanelScore,
    /// <summary>测量分: the group agrees on one value, recorded at seat 1.</summary>
    Measurement,
    /// <summary>导入: one value from elsewhere, at seat 0.</summary>
    Imported,
}

/// <summary>
/// How the marks of an aspect become points. One small class per rule, chosen by its word in the scheme document;
/// a new one is one file and one line in <see cref="AspectRuleWords"/>.
/// </summary>
public abstract record AspectRule
{
    /// <summary>Where the marks come from.</summary>
    public abstract AspectKind Kind { get; }

    /// <summary>The word of the rule in the scheme document.</summary>
    public abstract string Word { get; }

    /// <summary>The lowest seat that gives a mark: 0 for imported values, else 1.</summary>
    public int FirstSeat => Kind == AspectKind.Imported ? 0 : 1;

    /// <summary>How many marks one entry gets from a panel with so many judges.</summary>
    public int MarksExpected(int judges) => Kind == AspectKind.PanelScore ? Math.Max(judges, 0) : 1;

    /// <summary>What a mark may be; by default points within the aspect's limits.</summary>
    public virtual MarkRange Marks(Aspect aspect) => MarkRange.Points(aspect);

    /// <summary>What a mark comes to; null where that depends on other marks or is no straight line.</summary>
    public virtual MarkWorth? Worth(Aspect aspect) => null;

    /// <summary>Exact points before the factor; nothing while the marks do not suffice, no result when all that was attempted failed.</summary>
    internal abstract Outcome Evaluate(AspectInput input);

    /// <summary>True when points depend on the marks of other entries: then <see cref="Gather"/> reads the field first.</summary>
    internal virtual bool DependsOnField => false;

    /// <summary>
    /// What the rule needs to know of all entries that take part, and of those that do not any more; comes back as <see cref="AspectInput.Field"/>.
    /// </summary>
    internal virtual object? Gather(CompiledAspect aspect, IReadOnlyList<EntrySlots> field, IReadOnlyList<EntrySlots> gone) => null;

    /// <summary>The most points that a panel of so many judges can give, before the factor; null when open-ended.</summary>
    internal virtual Fraction? MostPoints(Aspect aspect, int judges) => aspect.Maximum?.ToFraction();

    /// <summary>
    /// Marks among which are one that gives the fewest and one that gives the most points of all that can count beside those that are in; null where that
    /// cannot be said, because a better mark may give fewer points or other aspects are read, too.
    /// </summary>
    internal virtual IReadOnlyList<Score>? Extremes(Aspect aspect) => null;

    /// <summary>What is wrong with the rule itself, as pairs of property and refusal.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) => [];

    /// <summary>Writes the rule's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}
