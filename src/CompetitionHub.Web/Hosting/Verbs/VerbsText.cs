namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>Words of the command line and of the demonstration's start lines.</summary>
public sealed class VerbsText;
