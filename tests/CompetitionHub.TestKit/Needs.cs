using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.TestKit;

/// <summary>What a test needs from outside: a missing thing skips the test with the reason, and fails it in CI.</summary>
public static class Needs
{
    // How xunit.v3 knows a skip from a failure; its Assert.Skip writes the same.
    private const string SkipMarker = "$XunitDynamicSkip$";

    /// <summary>Debian's Chromium, or the program in COMPETITIONHUB_CHROMIUM.</summary>
    public static string Chromium()
    {
        var path = Environment.GetEnvironmentVariable("COMPETITIONHUB_CHROMIUM") is { Length: > 0 } given ? given : "/usr/bin/chromium";
        Unless(File.Exists(path), $"No browser at {path}: install chromium, or name one in COMPETITIONHUB_CHROMIUM.");
        return path;
    }

    /// <summary>Folder of a data set, under COMPETITIONHUB_DATASETS or else beside the repository.</summary>
    public static string Dataset(string name)
    {
        var path = Path.Combine(DatasetsFolder(), name);
        Unless(Directory.Exists(path), $"No data set at {path}: name the folder that holds them in COMPETITIONHUB_DATASETS.");
        return path;
    }

    /// <summary>The PostgreSQL server of the run.</summary>
    public static void Postgres() => Unless(PostgresServer.IsGiven, PostgresServer.Missing);

    /// <summary>The repository's root folder.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CompetitionHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    /// <summary>Skips the running test with a reason, or fails it in CI, unless the condition holds.</summary>
    public static void Unless(bool condition, string reason)
    {
        if (!condition)
        {
            throw new InvalidOperationException(Ci.IsRunning ? reason : SkipMarker + reason);
        }
    }

    /// <summary>True when a test ended because something it needs is missing, not because anything is wrong.</summary>
    public static bool IsSkip(Exception ending) => ending.Message.StartsWith(SkipMarker, StringComparison.Ordinal);

    private static string DatasetsFolder() =>
        Environment.GetEnvironmentVariable("COMPETITIONHUB_DATASETS") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Repository(), "..", "shared", "datasets");
}
