using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>The marks of one entry, each in the place the scheme has for it.</summary>
internal sealed class EntrySlots(CompiledScheme scheme)
{
    private readonly MarkSlot[] slots = new MarkSlot[scheme.SlotCount];

    /// <summary>Marks in their places; an absent judge's counts as in.</summary>
    public int Marked { get; private set; }

    /// <summary>Marks the scheme has no place for, or that its rules cannot use: left out, and never taken for a zero.</summary>
    public int Unusable { get; private set; }

    /// <summary>False for entries that are absent, withdrawn or disqualified.</summary>
    public bool TakesPart { get; private set; }

    /// <summary>The marks of an aspect by seat.</summary>
    public ReadOnlySpan<MarkSlot> Of(CompiledAspect aspect) => slots.AsSpan(aspect.FirstSlot, aspect.SlotCount);

    /// <summary>The number recorded for an aspect that has one mark (not attempted is zero), or null.</summary>
    public Score? Value(string aspectKey) =>
        scheme.FindAspect(aspectKey) is { SlotCount: 1 } aspect && slots[aspect.FirstSlot] is { State: MarkState.Value or MarkState.NotAttempted } mark
            ? new Score(mark.Value) : null;

    /// <summary>Puts the marks of an entry in place of those that are there.</summary>
    public EntrySlots Fill(ContestEntry entry)
    {
        slots.AsSpan().Clear();
        (TakesPart, Marked, Unusable) = (entry.TakesPart, 0, 0);
        CompiledAspect? aspect = null;
        foreach (var mark in entry.Marks)
        {
            if (mark.State == MarkState.Cleared)
                continue;
            // The marks of a panel come one after the other: looked up once.
            if (aspect?.Aspect.Key != mark.AspectKey)
                aspect = scheme.FindAspect(mark.AspectKey);
            var place = mark.Seat - (aspect?.FirstSeat ?? 0);
            if (aspect is null || (uint)place >= (uint)aspect.SlotCount || slots[aspect.FirstSlot + place].State != MarkState.Cleared
                || (mark.Value is { } value && !aspect.Range.Allows(value)))
            {
                Unusable++;
                continue;
            }
            slots[aspect.FirstSlot + place] = new MarkSlot(mark.State, mark.Value?.Millionths ?? 0);
            Marked++;
        }
        return this;
    }
}
