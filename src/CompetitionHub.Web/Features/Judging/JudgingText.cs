namespace CompetitionHub.Web.Features.Judging;

/// <summary>Texts of marking; keys that begin with <c>Pad.</c> go to the mark pad's script.</summary>
public sealed class JudgingText;
