namespace CompetitionHub.Core.Interchange;

/// <summary>Names and limits of the interchange folder, format 1. What each file holds: <c>schema/README.md</c>.</summary>
public static class InterchangeFormat
{
    /// <summary>The format that is written and read.</summary>
    public const int Version = 1;

    /// <summary>Set-up, contests, marking schemes, boards.</summary>
    public const string CompetitionFile = "competition.json";

    /// <summary>The delegations.</summary>
    public const string DelegationsFile = "delegations.csv";

    /// <summary>Judges, chief judges and the seats they hold.</summary>
    public const string JudgesFile = "judges.csv";

    /// <summary>The folder with one folder per contest.</summary>
    public const string ContestsFolder = "contests";

    /// <summary>The entries of one contest.</summary>
    public const string EntriesFile = "entries.csv";

    /// <summary>The marks in force of one contest.</summary>
    public const string MarksFile = "marks.csv";

    /// <summary>The mark sheets of one contest that were submitted or taken back.</summary>
    public const string SheetsFile = "sheets.csv";

    /// <summary>Columns of <see cref="DelegationsFile"/>.</summary>
    public static IReadOnlyList<string> DelegationColumns { get; } = ["code", "name_zh", "name_en"];

    /// <summary>Columns of <see cref="JudgesFile"/>.</summary>
    public static IReadOnlyList<string> JudgeColumns { get; } = ["user_name", "display_name", "roles", "seats", "delegation"];

    /// <summary>Columns of <see cref="EntriesFile"/>; the last may be missing.</summary>
    public static IReadOnlyList<string> EntryColumns { get; } = ["code", "name_zh", "name_en", "delegation", "members", "status", "status_reason", "panel"];

    /// <summary>Columns of <see cref="MarksFile"/>.</summary>
    public static IReadOnlyList<string> MarkColumns { get; } = ["entry", "form", "aspect", "seat", "state", "value"];

    /// <summary>Columns of <see cref="SheetsFile"/>.</summary>
    public static IReadOnlyList<string> SheetColumns { get; } = ["entry", "form", "seat", "state"];

    /// <summary>Largest set-up file, in bytes.</summary>
    public const long LargestJson = 16L << 20;

    /// <summary>Largest table, in bytes.</summary>
    public const long LargestTable = 512L << 20;

    /// <summary>Most rows of one table.</summary>
    public const int MostRows = 2_000_000;

    /// <summary>Most contests of one competition.</summary>
    public const int MostContests = 1_000;

    /// <summary>The path of a contest's file, with forward slashes, as problems name it.</summary>
    public static string ContestFile(string contestSlug, string file) => $"{ContestsFolder}/{contestSlug}/{file}";
}
