namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Names the texts of the scheme editor: rules, comparators, settings and their words.</summary>
public sealed class SchemeText;
