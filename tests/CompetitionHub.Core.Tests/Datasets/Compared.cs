using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

/// <summary>An official result beside what the product made of the same marks.</summary>
/// <param name="Official">What was published.</param>
/// <param name="Computed">The line of the board.</param>
/// <param name="Total">The total, or the points of the module that was published.</param>
/// <param name="Position">Place of the line on the board, equals one after the other.</param>
/// <param name="Block">How many lines share the rank.</param>
internal sealed record Compared(OfficialResult Official, PlacedLine Computed, string? Total, int Position, int Block)
{
    public bool TotalAgrees => Difference is { Sign: 0 };

    public bool RankAgrees => Computed.Rank == Official.Rank;

    /// <summary>True where equal entries were given consecutive places, and the official one is among those.</summary>
    public bool RankIsInBlock => Computed.Rank <= Official.Rank && Official.Rank < Computed.Rank + Block;

    /// <summary>Computed less official; null when one of them is missing.</summary>
    public Fraction? Difference =>
        ScoreText.TryParse(Total?.TrimEnd('…'), out var computed) && ScoreText.TryParse(Official.Total, out var official)
            ? computed.ToFraction() - official.ToFraction()
            : null;

    public bool IsWithin(Fraction tolerance) => Difference is { } difference && difference <= tolerance && -difference <= tolerance;

    public override string ToString() =>
        $"{Official.Competition}/{Official.Contest} {Official.Code} {Computed.Line.Name.En}: official {Official.Total} ({Official.Rank}), computed {Total} ({Computed.Rank})";
}
