namespace CompetitionHub.Web.Features.Competitions;

/// <summary>The texts of competitions, contests and marking schemes.</summary>
public sealed class CompetitionsText;
