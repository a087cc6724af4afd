using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>What set-up and progress need to know of a scheme.</summary>
public static class SchemeState
{
    /// <summary>The forms that judges mark: those with seats and at least one aspect that does not come from elsewhere.</summary>
    public static IEnumerable<MarkingForm> JudgedForms(MarkingScheme scheme) =>
        scheme.AllForms().Where(f => f.Judges > 0 && f.Aspects.Any(a => a.Kind != AspectKind.Imported));

    /// <summary>Seats to fill.</summary>
    public static int CountSeats(MarkingScheme scheme) => JudgedForms(scheme).Sum(f => f.Judges);

    /// <summary>Sheets that judges submit for one entry: seat 1 always has work, the others only where there are panel scores.</summary>
    public static int CountSheets(MarkingScheme scheme) =>
        JudgedForms(scheme).Sum(f => f.Aspects.Any(a => a.Kind == AspectKind.PanelScore) ? f.Judges : 1);

    /// <summary>Problems of the scheme itself that forbid marking; seats are counted elsewhere.</summary>
    public static int CountErrors(MarkingScheme scheme) => SchemeRules.Check(scheme).Count(p => p.Severity != SchemeSeverity.Advice);
}
