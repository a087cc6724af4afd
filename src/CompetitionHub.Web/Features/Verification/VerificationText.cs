namespace CompetitionHub.Web.Features.Verification;

/// <summary>Words of the second calculation of results.</summary>
public sealed class VerificationText;
