namespace CompetitionHub.Web.Components;

/// <summary>Words shared by several features.</summary>
public sealed class CommonText;
