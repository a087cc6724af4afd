namespace CompetitionHub.Core.Data;

/// <summary>
/// Stands beside a SQLite file while a restore puts database and keys in their places, and names the folder for what was there. Whoever finds it later
/// knows that the restore was broken off: a server would begin with an empty database, or with one whose keys are missing.
/// </summary>
internal static class UnfinishedRestore
{
    /// <summary>Throws when a restore was broken off.</summary>
    public static void Refuse(string databaseFile)
    {
        if (Find(databaseFile) is { } aside)
        {
            throw new DatabaseStateException(
                $"A restore of {Path.GetFullPath(databaseFile)} was broken off. Run `restore FILE` once more, with the archive that you want; what was there before is in {aside}.");
        }
    }

    /// <summary>Notes that a restore begins; the folder for what is there: that of one that was broken off, where there is one.</summary>
    public static string Begin(string databaseFile, string aside)
    {
        if (Find(databaseFile) is { } earlier)
        {
            return earlier;
        }

        // Whole or not at all, and on the disk before anything is moved.
        var written = Marker(databaseFile) + ".new";
        using (var stream = new FileStream(written, FileMode.Create, FileAccess.Write))
        using (var text = new StreamWriter(stream))
        {
            text.Write(aside);
            text.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(written, Marker(databaseFile));
        return aside;
    }

    /// <summary>Notes that everything is in its place.</summary>
    public static void End(string databaseFile) => File.Delete(Marker(databaseFile));

    private static string? Find(string databaseFile) => File.Exists(Marker(databaseFile)) ? File.ReadAllText(Marker(databaseFile)) : null;

    private static string Marker(string databaseFile) => Path.GetFullPath(databaseFile) + ".restoring";
}
