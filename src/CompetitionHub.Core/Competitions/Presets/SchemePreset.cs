using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Competitions;

/// <summary>A marking scheme to begin from, with what belongs beside it: one JSON document, built in or an organiser's own.</summary>
public sealed record SchemePreset
{
    /// <summary>Short name in addresses and file names, unique among built-in and own ones.</summary>
    public required string Key { get; init; }

    /// <summary>Name in both languages.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What it is for, and what of its competition a scheme cannot say.</summary>
    public LocalText Description { get; init; } = new("", "");

    /// <summary>Where its numbers come from, for whoever checks them.</summary>
    public string Source { get; init; } = "";

    /// <summary>The scheme: panels, rounding, ranks, comparators, scale and awards are part of it.</summary>
    public required MarkingScheme Scheme { get; init; }

    /// <summary>The team ranking that goes with it, over all contests; null for none.</summary>
    public TeamRanking? TeamRanking { get; init; }
}

/// <summary>A preset that can be chosen; <paramref name="Own"/> says who made it, null for a built-in one.</summary>
public sealed record OfferedPreset(SchemePreset Preset, PresetOrigin? Own);

/// <summary>Who made a preset and which state of it was read.</summary>
/// <param name="Revision">Grows with each change.</param>
/// <param name="MadeBy">Account that made it.</param>
/// <param name="MakerName">Name of that account; empty when it is gone.</param>
/// <param name="ChangedAt">When it was changed last.</param>
public sealed record PresetOrigin(long Revision, string MadeBy, string MakerName, DateTimeOffset ChangedAt);
