using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Every refusal around presets. Field names are paths of the document.</summary>
public static class PresetErrors
{
    /// <summary>No such preset, or presets are not the actor's business.</summary>
    public static Error NotFound() => new(ErrorKind.NotFound, "Competitions.PresetNotFound");

    /// <summary>Only who made it, and administrators, may change or remove it; built-in ones nobody.</summary>
    public static Error NotYours() => new(ErrorKind.Forbidden, "Competitions.PresetNotYours");

    /// <summary>Somebody else changed it first.</summary>
    public static Error Changed() => new(ErrorKind.Conflict, "Competitions.PresetChanged");

    /// <summary>More own presets than an installation can have.</summary>
    public static Error TooMany(int most) => new(ErrorKind.Closed, "Competitions.PresetTooMany", most);

    /// <summary>The upload form came without a file.</summary>
    public static Error FileMissing() => new(ErrorKind.Invalid, "Competitions.PresetFileMissing");

    /// <summary>The file is larger than so many megabytes.</summary>
    public static Error FileTooLarge(int megabytes) => new(ErrorKind.Invalid, "Competitions.PresetFileTooLarge", megabytes);

    /// <summary>Not small letters, digits and hyphens.</summary>
    public static Error BadKey() => new(ErrorKind.Invalid, "Competitions.PresetBadKey") { Field = "key" };

    /// <summary>No name in either language, one that is too long, or one that cannot be printed on a line.</summary>
    public static Error BadName(int limit) => new(ErrorKind.Invalid, "Competitions.PresetBadName", limit) { Field = "name" };

    /// <summary>A description that is too long or holds control characters.</summary>
    public static Error BadDescription(string field, int limit) => new(ErrorKind.Invalid, "Competitions.PresetBadDescription", limit) { Field = field };

    /// <summary>The team ranking of a preset names contests of one competition.</summary>
    public static Error TeamsNameContests() => new(ErrorKind.Invalid, "Competitions.PresetTeamsNameContests") { Field = "team_ranking.contests" };
}
