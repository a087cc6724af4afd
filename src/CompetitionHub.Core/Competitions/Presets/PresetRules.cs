using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Competitions;

/// <summary>What a preset must be like.</summary>
public static class PresetRules
{
    /// <summary>The longest description or source, in characters.</summary>
    public const int LongestDescription = 1_000;

    /// <summary>The most own presets of an installation.</summary>
    public const int Most = 500;

    /// <summary>All that is wrong; the field of each names its place in the document. A scheme that is only unfinished may be kept.</summary>
    public static IReadOnlyList<Error> Check(SchemePreset preset)
    {
        var errors = new List<Error>();
        if (!Slugs.IsWellFormed(preset.Key))
            errors.Add(PresetErrors.BadKey());
        CheckWords(preset.Name, preset.Description, errors);
        if (preset.Source.Length > LongestDescription || !CompetitionsRules.IsPrintable(preset.Source))
            errors.Add(PresetErrors.BadDescription("source", LongestDescription));
        errors.AddRange(SchemeRules.Check(preset.Scheme)
            .Where(problem => problem.Severity == SchemeSeverity.Refused)
            .Select(problem => problem.Error with { Field = problem.Path.Length == 0 ? "scheme" : $"scheme.{problem.Path}" }));
        if (preset.TeamRanking is { } teams)
        {
            // A preset knows no contests: its ranking is over all of them, and each is marked by its scheme.
            errors.AddRange(teams.Contests.Count > 0
                ? [PresetErrors.TeamsNameContests()]
                : TeamRankingRules.Check(teams, new Dictionary<string, MarkingScheme> { ["contest"] = preset.Scheme }).Select(error => error with { Field = $"team_ranking.{error.Field}" }));
        }
        return errors;
    }

    /// <summary>What is wrong with name and description.</summary>
    public static IReadOnlyList<Error> CheckWords(LocalText name, LocalText description)
    {
        var errors = new List<Error>();
        CheckWords(name, description, errors);
        return errors;
    }

    /// <summary>Whether it is still read when it is written: with line breaks it is larger than the file it came in.</summary>
    public static Error? CheckSize(SchemePreset preset) =>
        SchemePresetJson.Write(preset).Length > SchemePresetJson.MaximumBytes ? PresetErrors.FileTooLarge(SchemePresetJson.MaximumBytes / 1024 / 1024) : null;

    private static void CheckWords(LocalText name, LocalText description, List<Error> errors)
    {
        if (name.IsEmpty || new[] { name.Zh, name.En }.Any(text => text.Length > CompetitionsRules.MaximumText || !CompetitionsRules.IsPrintable(text)))
            errors.Add(PresetErrors.BadName(CompetitionsRules.MaximumText));
        if (new[] { description.Zh, description.En }.Any(text => text.Length > LongestDescription || !CompetitionsRules.IsPrintable(text)))
            errors.Add(PresetErrors.BadDescription("description", LongestDescription));
    }
}
