using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>What an organiser says about a delegation; the code is short and unique in the competition.</summary>
public sealed record DelegationDetails(string Code, LocalText Name);

/// <summary>A delegation (代表队): a unit that takes part in a competition, with room for a link to an organisation.</summary>
public sealed record Delegation(string Id, string CompetitionId, DelegationDetails Details, string? OrganisationId)
{
    /// <summary>Its short code.</summary>
    public string Code => Details.Code;

    /// <summary>Its name.</summary>
    public LocalText Name => Details.Name;
}
