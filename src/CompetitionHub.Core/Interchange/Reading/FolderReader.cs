namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads a whole interchange folder: everything is checked before anything is taken.</summary>
internal static class FolderReader
{
    /// <summary>The folder's competition, or null with the problems found.</summary>
    public static CompetitionFolder? Read(string folder, ProblemList problems)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(root))
        {
            problems.Add(folder, null, null, InterchangeErrors.FolderMissing(folder));
            return null;
        }
        var files = new FolderFiles(root, problems);
        // Rows mean nothing without the contests and schemes they speak of.
        if (CompetitionFile.Read(files, problems) is not { } setUp)
        {
            return null;
        }
        files.CheckNames([.. setUp.Contests.Select(c => c.Details.Slug)]);
        var delegations = DelegationsFile.Read(files, problems);
        var schemes = setUp.Contests.ToDictionary(c => c.Details.Slug, c => new SchemeIndex(c.Scheme), StringComparer.Ordinal);
        var judges = new JudgesFile(files, problems, schemes, delegations).Read();
        var entries = new EntriesFile(files, problems, delegations);
        var contests = setUp.Contests.Select(contest => Contest(contest, files, problems, schemes[contest.Details.Slug], entries)).ToList();
        return problems.IsEmpty ? new(setUp.Details, setUp.State, delegations, judges, contests) { TeamRankings = setUp.TeamRankings, Digests = files.Digests } : null;
    }

    private static FolderContest Contest(FolderContestSetUp setUp, FolderFiles files, ProblemList problems, SchemeIndex scheme, EntriesFile entriesFile)
    {
        var entries = entriesFile.Read(setUp.Details);
        var rows = new MarksFile(files, problems, setUp.Details.Slug, scheme, entries);
        return new(setUp, entries, rows.ReadMarks(), rows.ReadSheets());
    }
}
