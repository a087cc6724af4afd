using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions;

/// <summary>
/// The current version of a contest's marking scheme, ready to calculate with. Frozen by the contest's first mark, at <paramref name="FrozenAt"/>, whichever
/// version that was given by.
/// </summary>
public sealed record CurrentScheme(string ContestId, int Version, MarkingScheme Scheme, CompiledScheme Compiled, DateTimeOffset? FrozenAt)
{
    /// <summary>When this version came into force, where the rules were changed after the first mark.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>True once marks are given.</summary>
    public bool IsFrozen => FrozenAt is not null;
}

/// <summary>
/// Keeps the parsed and compiled schemes: a version never changes, so nothing is ever invalidated. The moment it was made belongs to its name: boards
/// are computed by a new version before it is committed, and where the commit fails another one gets its number.
/// </summary>
internal sealed class SchemeCache
{
    // An editor writes a version per save; old ones are only dropped to bound the memory.
    private const int Limit = 2_000;

    private readonly ConcurrentDictionary<(string ContestId, int Version, long CreatedAt), SchemeVersion> versions = new();

    public bool TryGet(string contestId, int version, long createdAt, [NotNullWhen(true)] out SchemeVersion? found) => versions.TryGetValue((contestId, version, createdAt), out found);

    public SchemeVersion Add(string contestId, int version, long createdAt, MarkingScheme scheme)
    {
        if (versions.Count >= Limit)
        {
            versions.Clear();
        }
        return versions.GetOrAdd((contestId, version, createdAt), _ => new SchemeVersion(scheme, CompiledScheme.Compile(scheme)));
    }
}

/// <summary>One parsed and compiled version.</summary>
internal sealed record SchemeVersion(MarkingScheme Scheme, CompiledScheme Compiled);
