namespace CompetitionHub.Web.Features.Interchange;

/// <summary>Sentences of the interchange: what is wrong with a folder.</summary>
public sealed class InterchangeText;
