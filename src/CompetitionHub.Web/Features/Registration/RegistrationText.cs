namespace CompetitionHub.Web.Features.Registration;

/// <summary>The texts of delegations, entries and their import.</summary>
public sealed class RegistrationText;
