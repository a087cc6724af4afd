namespace CompetitionHub.Web.Features.Competitions.Presets;

/// <summary>Texts of the pages of presets.</summary>
public sealed class PresetsText;
