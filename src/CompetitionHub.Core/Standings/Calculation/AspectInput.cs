using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>What an aspect's rule works on.</summary>
internal readonly ref struct AspectInput(CompiledAspect compiled, EntrySlots entry, RoundingPlan rounding, object? field, WorkedNote? worked)
{
    /// <summary>The aspect.</summary>
    public Aspect Aspect => compiled.Aspect;

    /// <summary>True where nothing attempted is no result, because a zero would be the best result of all or a number that nobody recorded.</summary>
    public bool NotAttemptedFails => compiled.NotAttemptedFails;

    /// <summary>False for entries that are absent, withdrawn or disqualified.</summary>
    public bool TakesPart => entry.TakesPart;

    /// <summary>Its marks by seat.</summary>
    public ReadOnlySpan<MarkSlot> Marks { get; } = entry.Of(compiled);

    /// <summary>Where values are rounded.</summary>
    public RoundingPlan Rounding { get; } = rounding;

    /// <summary>What <see cref="AspectRule.Gather"/> found in the marks of the whole field.</summary>
    public object? Field { get; } = field;

    /// <summary>Takes down the arithmetic; null on the fast path.</summary>
    public WorkedNote? Worked { get; } = worked;

    /// <summary>The number recorded for another aspect of the entry (not attempted is zero), or null.</summary>
    public Score? Other(string aspectKey) => entry.Value(aspectKey);
}
