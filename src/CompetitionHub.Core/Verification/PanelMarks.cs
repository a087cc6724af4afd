namespace CompetitionHub.Core.Verification;

/// <summary>The marks that a panel gave on an aspect of an entry.</summary>
internal static class PanelMarks
{
    /// <summary>Those that are in; null while there are too few of them, or where one is missing and all have to be compared.</summary>
    public static IReadOnlyList<SeatMark>? Given(Entrant entrant, Part aspect)
    {
        var judges = aspect.Whole!.Json.Whole("judges", 1);
        var marks = entrant.Marks[aspect.Key].Where(mark => mark.Seat >= 1 && mark.Seat <= judges).ToList();
        var given = marks.Where(mark => mark.State != SeatMark.JudgeAbsent).ToList();
        var waits = aspect.Kind is "judgement" or "consensus" or "panel_ranks" && marks.Count < judges;
        var needed = (aspect.Rule.Find("panel") ?? aspect.Rule.Find("merge")) is { } panel ? PanelValues.Needed(panel) : 1;
        return waits || given.Count < Math.Max(needed, aspect.Rule.Whole("minimum_judges", 1)) ? null : given;
    }
}
