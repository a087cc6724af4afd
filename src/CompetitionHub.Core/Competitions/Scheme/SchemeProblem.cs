using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>How grave a problem of a scheme is.</summary>
public enum SchemeSeverity
{
    /// <summary>The rules contradict themselves: the scheme cannot be saved.</summary>
    Refused,
    /// <summary>The scheme may be saved as a draft, but nobody can mark by it.</summary>
    Unfinished,
    /// <summary>Worth a look.</summary>
    Advice,
}

/// <summary>A problem of a scheme and its place: a path such as <c>stages[0].modules[1].weight</c>, empty for the whole.</summary>
public sealed record SchemeProblem(string Path, SchemeSeverity Severity, Error Error);
