using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>What the rule of a group gives: a proposal, nothing is granted by it.</summary>
/// <param name="Group">The rule.</param>
/// <param name="Field">How many entries shares and tables are taken of.</param>
/// <param name="Awards">The awards in the order of the rule.</param>
public sealed record AwardGroupResult(AwardGroup Group, int Field, IReadOnlyList<AwardResult> Awards)
{
    /// <summary>The award of an entry, or null.</summary>
    public Award? AwardOf(string code) => Awards.FirstOrDefault(award => award.Entries.Any(entry => entry.Code == code))?.Award;
}

/// <summary>Who gets an award by its rule, and why the cut falls where it does.</summary>
public sealed record AwardResult
{
    /// <summary>The rule.</summary>
    public required Award Award { get; init; }

    /// <summary>Who gets it, in the order of the board.</summary>
    public IReadOnlyList<FieldLine> Entries { get; init; } = [];

    /// <summary>Those who are equal at the cut, of whom people have to choose.</summary>
    public IReadOnlyList<FieldLine> Undecided { get; init; } = [];

    /// <summary>What decided, in order.</summary>
    public IReadOnlyList<AwardNote> Notes { get; init; } = [];

    /// <summary>The first who does not get it although the conditions are met; null when nobody is left.</summary>
    public FieldLine? FirstOut { get; init; }

    /// <summary>What parts the last who gets it from the first who does not: see <see cref="ContestField.DecidedBy"/>; null when nothing does.</summary>
    public int? DecidedBy { get; init; }

    /// <summary>The cut-off that a stated share would give; null where none is stated.</summary>
    public CutOffProposal? Proposal { get; init; }

    /// <summary>True when people have to decide before this award can be given.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The last who gets it; null when nobody does.</summary>
    public FieldLine? LastIn => Entries.Count > 0 ? Entries[^1] : null;
}

/// <summary>A score whose holders and betters come nearest to a share of the field, with the levels around it.</summary>
/// <param name="Target">The share of the field, unrounded.</param>
/// <param name="Score">The proposed cut-off.</param>
/// <param name="Levels">Scores around it, the best first, each with the number of entries at or above it.</param>
public sealed record CutOffProposal(Fraction Target, Fraction Score, IReadOnlyList<CutOffLevel> Levels);

/// <summary>A score and how many have it or a better one.</summary>
public sealed record CutOffLevel(Fraction Score, int Entries);
