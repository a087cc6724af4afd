using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>The points of a perfect entry, part by part, as the editor shows them.</summary>
public static class SchemeTotals
{
    /// <summary>Of the whole; of a weighted whole the sum of the weighted parts that are there.</summary>
    public static Fraction? Of(MarkingScheme scheme) => SchemeRules.FullMarkOf(scheme);

    /// <summary>For reading: a dash when open-ended.</summary>
    public static string Text(Fraction? points) => points is { } value ? ScoreText.Format(value) : "–";
}
