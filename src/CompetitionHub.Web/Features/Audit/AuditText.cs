namespace CompetitionHub.Web.Features.Audit;

/// <summary>The texts of the audit pages.</summary>
public sealed class AuditText;
