namespace CompetitionHub.Web.Features.Teams;

/// <summary>The texts of team rankings.</summary>
public sealed class TeamsText;
