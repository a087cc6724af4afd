namespace CompetitionHub.Web.Components;

/// <summary>Radzen's own words; the keys are those of its RadzenStrings.</summary>
public sealed class RadzenText;
