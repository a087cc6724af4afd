namespace CompetitionHub.Core.Competitions;

/// <summary>The presets that come with the program: the JSON files of this folder. Sources: domain.md §8.1 and the sections that each file names.</summary>
public static class SchemePresets
{
    // The order in which they are offered; the first is chosen for a new contest.
    private static readonly string[] Keys =
    [
        "provincial-30-70", "national", "union-team-points", "worldskills", "trimmed-panel", "measurement-list", "quiz", "quiz-stage", "safety-cup",
        "suggestions", "works-vote", "plain",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SchemePreset> All { get; } = [.. Keys.Select(Read)];

    /// <summary>The one with this key, or null.</summary>
    public static SchemePreset? Find(string key) => All.FirstOrDefault(preset => preset.Key == key);

    private static SchemePreset Read(string key)
    {
        using var stream = typeof(SchemePresets).Assembly.GetManifestResourceStream($"scheme-presets/{key}.json")
            ?? throw new InvalidOperationException($"The preset {key} is not embedded.");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return SchemePresetJson.Read(buffer.ToArray()).Value;
    }
}
