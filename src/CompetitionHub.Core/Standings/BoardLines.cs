using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Puts a calculated result on a board line.</summary>
public static class BoardLines
{
    /// <summary>The line with the points of a result; names and status are the caller's.</summary>
    public static BoardLine With(this BoardLine line, EntryResult result, CompiledScheme scheme)
    {
        var rounding = scheme.Scheme.Rounding;
        return line with
        {
            Total = Text(result.Total, rounding.Total ?? rounding.Stage),
            NoResult = result.Scores.Total.IsNoResult,
            Keys = [.. result.Keys.Select(key => key?.ToString())],
            Modules = [.. result.Scores.Modules.Select(module => Text(module.Points, rounding.Module ?? rounding.Form))],
            Marked = result.Marked,
            Expected = result.Expected,
            Unusable = result.Unusable,
        };
    }

    private static string? Text(Fraction? points, RoundingRule? rounding) =>
        points is { } value ? ScoreText.Format(value, rounding?.Decimals) : null;
}
