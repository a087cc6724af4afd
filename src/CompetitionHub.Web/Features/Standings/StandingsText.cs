namespace CompetitionHub.Web.Features.Standings;

/// <summary>The texts of boards and of the worked arithmetic.</summary>
public sealed class StandingsText;
