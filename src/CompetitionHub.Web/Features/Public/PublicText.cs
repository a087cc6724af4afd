namespace CompetitionHub.Web.Features.Public;

/// <summary>Words of the public pages around the boards.</summary>
public sealed class PublicText;
