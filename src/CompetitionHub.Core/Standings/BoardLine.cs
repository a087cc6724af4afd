using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>
/// One entry on a board as stored: everything the audience of the row may see and nothing else. Ranks are not stored;
/// <see cref="BoardOrder"/> computes them from <see cref="Keys"/>.
/// </summary>
public sealed record BoardLine
{
    /// <summary>The entry's public code.</summary>
    public required string Code { get; init; }

    /// <summary>The entry's name, masked or empty where the audience may not read it.</summary>
    public LocalText Name { get; init; } = new("", "");

    /// <summary>The delegation's name; empty without one, or where it would give the name away.</summary>
    public LocalText Delegation { get; init; } = new("", "");

    /// <summary>Whether the entry takes part.</summary>
    public EntryStatus Status { get; init; }

    /// <summary>The total so far as text for people; null while nothing counts.</summary>
    public string? Total { get; init; }

    /// <summary>True when the entry was marked and has no valid result.</summary>
    public bool NoResult { get; init; }

    /// <summary>What ranks the entry, as exact <c>n/d</c> texts, more being better: the total, then each tie-break.</summary>
    public IReadOnlyList<string?> Keys { get; init; } = [];

    /// <summary>Scale points as text where the rules have a scale; never stored, because they depend on the whole field.</summary>
    public string? Scale { get; init; }

    /// <summary>Points of the modules in the order of the scheme, as text for people; null where nothing counts.</summary>
    public IReadOnlyList<string?> Modules { get; init; } = [];

    /// <summary>How many marks are in.</summary>
    public int Marked { get; init; }

    /// <summary>How many marks are expected.</summary>
    public int Expected { get; init; }

    /// <summary>Marks the scheme has no place for; anything but zero needs a look by staff.</summary>
    public int Unusable { get; init; }
}
