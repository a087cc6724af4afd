using System.Globalization;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange.Writing;

/// <summary>
/// Writes an interchange folder. Rows are ordered by their codes and keys, so that two exports of the same state are equal byte by byte;
/// the folder appears under its name only when it is whole.
/// </summary>
internal static class FolderWriter
{
    public static void Write(CompetitionFolder competition, string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        var unfinished = Path.Combine(parent, $".{Path.GetFileName(target)}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.part");
        try
        {
            Directory.CreateDirectory(unfinished);
            WriteFiles(competition, unfinished);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }
            Directory.Move(unfinished, target);
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static void WriteFiles(CompetitionFolder competition, string folder)
    {
        using (var stream = new FileStream(Path.Combine(folder, InterchangeFormat.CompetitionFile), FileMode.CreateNew, FileAccess.Write))
        {
            CompetitionDocument.Write(stream, competition.Details, competition.State, competition.Contests.Select(c => c.SetUp), competition.TeamRankings);
        }
        CsvTable.Write(Path.Combine(folder, InterchangeFormat.DelegationsFile), InterchangeFormat.DelegationColumns,
            competition.Delegations.OrderBy(d => d.Code, StringComparer.Ordinal).Select(d => new[] { d.Code, d.Name.Zh, d.Name.En }));
        CsvTable.Write(Path.Combine(folder, InterchangeFormat.JudgesFile), InterchangeFormat.JudgeColumns,
            competition.Judges.OrderBy(j => j.UserName, StringComparer.Ordinal).Select(Judge));
        foreach (var contest in competition.Contests)
        {
            WriteContest(contest, Path.Combine(folder, InterchangeFormat.ContestsFolder, contest.Slug));
        }
    }

    private static void WriteContest(FolderContest contest, string folder)
    {
        Directory.CreateDirectory(folder);
        CsvTable.Write(Path.Combine(folder, InterchangeFormat.EntriesFile), InterchangeFormat.EntryColumns,
            contest.Entries.OrderBy(e => e.Code, StringComparer.Ordinal).Select(Entry));
        CsvTable.Write(Path.Combine(folder, InterchangeFormat.MarksFile), InterchangeFormat.MarkColumns,
            contest.Marks.OrderBy(m => m.Entry, StringComparer.Ordinal).ThenBy(m => m.Form, StringComparer.Ordinal)
                .ThenBy(m => m.Aspect, StringComparer.Ordinal).ThenBy(m => m.Seat).Select(Mark));
        CsvTable.Write(Path.Combine(folder, InterchangeFormat.SheetsFile), InterchangeFormat.SheetColumns,
            contest.Sheets.OrderBy(s => s.Entry, StringComparer.Ordinal).ThenBy(s => s.Form, StringComparer.Ordinal).ThenBy(s => s.Seat).Select(Sheet));
    }

    private static string?[] Judge(FolderJudge judge) =>
    [
        judge.UserName,
        judge.DisplayName,
        string.Join(' ', judge.Roles.Select(EnumText.Write).Order(StringComparer.Ordinal)),
        string.Join(' ', judge.Seats
            .OrderBy(s => s.Contest, StringComparer.Ordinal).ThenBy(s => s.Form, StringComparer.Ordinal).ThenBy(s => s.Seat)
            .Select(s => $"{s.Contest}/{s.Form}/{Whole(s.Seat)}")),
        judge.Delegation,
    ];

    private static string?[] Entry(FolderEntry entry) =>
        [entry.Code, entry.Name.Zh, entry.Name.En, entry.Delegation, MemberList.Write(entry.Members), EnumText.Write(entry.Status), entry.StatusReason, entry.Panel];

    private static string?[] Mark(FolderMark mark) =>
        [mark.Entry, mark.Form, mark.Aspect, Whole(mark.Seat), EnumText.Write(mark.State), mark.Value is { } value ? ScoreText.Format(value) : null];

    private static string?[] Sheet(FolderSheet sheet) => [sheet.Entry, sheet.Form, Whole(sheet.Seat), EnumText.Write(sheet.State)];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
