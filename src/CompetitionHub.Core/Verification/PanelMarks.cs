namespace CompetitionHub.Core.Verification;

/// <summary>The marks that a panel gave on an aspect of an entry.</summary>
internal static class PanelMarks
{
    /// <summary>Those of the judges who were there; null while marks are missing or where too few judges were there.</summary>
    public static IReadOnlyList<SeatMark>? Given(Entrant entrant, Part aspect)
    {
        var judges = aspect.Whole!.Json.Whole("judges", 1);
        var marks = entrant.Marks[aspect.Key].Where(mark => mark.Seat >= 1 && mark.Seat <= judges).ToList();
        var given = marks.Where(mark => mark.State != SeatMark.JudgeAbsent).ToList();
        return marks.Count < judges || given.Count < Math.Max(1, aspect.Rule.Whole("minimum_judges", 1)) ? null : given;
    }
}
