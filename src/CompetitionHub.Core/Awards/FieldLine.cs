using System.Runtime.CompilerServices;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Awards;

/// <summary>One entry of a contest as awards, advancement and team rankings see it.</summary>
public sealed record FieldLine
{
    /// <summary>The line of the staff's board with its place and rank.</summary>
    public required PlacedLine Placed { get; init; }

    /// <summary>What is not on the board.</summary>
    public required EntryFacts Facts { get; init; }

    /// <summary>What ranks the entry, more being better.</summary>
    public IReadOnlyList<Fraction?> Keys { get; init; } = [];

    /// <summary>The points that rank it: the total, or those of the last stage; null unless ranked.</summary>
    public Fraction? Points { get; init; }

    /// <summary>Scale points; null unless ranked, and without a scale.</summary>
    public Fraction? Scale { get; init; }

    /// <summary>The entry's code.</summary>
    public string Code => Placed.Line.Code;

    /// <summary>The entry's name.</summary>
    public LocalText Name => Placed.Line.Name;

    /// <summary>Its rank, or null.</summary>
    public int? Rank => Placed.Rank;

    /// <summary>True when it has a rank by the marks that are in.</summary>
    public bool IsRanked => Placed.Place == BoardPlace.Ranked;

    /// <summary>True when it takes part and nothing is missing any more.</summary>
    public bool IsComplete => Placed.Line.Status == EntryStatus.Active && Placed.Line.Marked == Placed.Line.Expected && Facts.IsSettled;

    /// <summary>True when it is ranked or may still be.</summary>
    public bool Contends => Placed.Line.Status == EntryStatus.Active && !Facts.WillHaveNoResult && (IsRanked || !IsComplete);

    /// <summary>Between which points it will end; null where that cannot be said.</summary>
    public ScoreBounds? Bounds { get; init; }

    /// <summary>True when the normal course of marking cannot change its points any more.</summary>
    public bool IsFinal => IsComplete && Bounds is not null;

    /// <summary>The exact points of a part of the scheme, or null.</summary>
    public Fraction? PointsOf(SchemeLevel level, string key) => Facts.Parts.TryGetValue((level, key), out var points) ? points : null;

    /// <summary>The same line of the same field: every line is compared with every other, so that comparing their contents would take its time.</summary>
    public bool Equals(FieldLine? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>What is known about an entry beyond its line on the board.</summary>
public sealed record EntryFacts
{
    /// <summary>Nothing more is known.</summary>
    public static EntryFacts None { get; } = new();

    /// <summary>Code of the delegation, empty without one.</summary>
    public string Delegation { get; init; } = "";

    /// <summary>Exact points by level and key, of every part that has some.</summary>
    public IReadOnlyDictionary<(SchemeLevel Level, string Key), Fraction> Parts { get; init; } = new Dictionary<(SchemeLevel, string), Fraction>();

    /// <summary>False while an aspect has neither points nor an attempt without result, such as marks that lie too far apart.</summary>
    public bool IsSettled { get; init; } = true;

    /// <summary>Between which points the entry will end; null where that cannot be said.</summary>
    public ScoreBounds? Bounds { get; init; }

    /// <summary>True when no missing mark can give it a valid result any more.</summary>
    public bool WillHaveNoResult { get; init; }
}

/// <summary>The fewest and the most points an entry can end with, should every missing mark be given as a value.</summary>
public sealed record ScoreBounds(Fraction Low, Fraction High);
