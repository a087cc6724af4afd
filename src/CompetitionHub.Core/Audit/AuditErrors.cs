using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Audit;

/// <summary>Refusals of the audit feature.</summary>
public static class AuditErrors
{
    /// <summary>There is no competition with this slug.</summary>
    public static Error UnknownCompetition(string slug) => new(ErrorKind.NotFound, "Audit.UnknownCompetition", slug);

    /// <summary>Only who runs the competition (or the installation) may read its audit log.</summary>
    public static Error NotAllowed() => new(ErrorKind.Forbidden, "Audit.NotAllowed");
}
