namespace CompetitionHub.Web.Features.Awards;

/// <summary>The texts of advancement and awards.</summary>
public sealed class AwardsText;
