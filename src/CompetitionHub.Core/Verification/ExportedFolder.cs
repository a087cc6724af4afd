using System.Globalization;
using System.Text.Json;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Reading;

namespace CompetitionHub.Core.Verification;

/// <summary>Reads an exported interchange folder for the second calculator: the tables through the interchange's own file reading, the rest from the JSON itself.</summary>
internal sealed class ExportedFolder
{
    private readonly ProblemList problems = new();
    private readonly FolderFiles files;

    private ExportedFolder(string folder) => files = new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), problems);

    /// <summary>Calculates every contest of a folder.</summary>
    public static IReadOnlyList<ComputedContest> Calculate(string folder)
    {
        var exported = new ExportedFolder(folder);
        using var text = exported.files.Open(InterchangeFormat.CompetitionFile, InterchangeFormat.LargestJson)
            ?? throw exported.Unreadable();
        using var document = JsonDocument.Parse(text.ReadToEnd());
        return [.. document.RootElement.GetProperty("contests").EnumerateArray().Select(contest => SecondCalculator.Calculate(contest, exported.Entrants(contest)))];
    }

    private List<Entrant> Entrants(JsonElement contest)
    {
        var slug = contest.Word("slug", "");
        var handedIn = new HashSet<(string, string, string)>();
        Read(slug, InterchangeFormat.SheetsFile, InterchangeFormat.SheetColumns, row =>
        {
            // A reopened sheet is back in work.
            if (row["state"] == contest.Word("counting", ""))
                handedIn.Add((row["entry"], row["form"], row["seat"]));
        });
        var marks = new List<(string Entry, string Aspect, SeatMark Mark)>();
        Read(slug, InterchangeFormat.MarksFile, InterchangeFormat.MarkColumns, row =>
        {
            // Imported values need no sheet.
            if (row["seat"] == "0" || handedIn.Contains((row["entry"], row["form"], row["seat"])))
                marks.Add((row["entry"], row["aspect"], new(int.Parse(row["seat"], CultureInfo.InvariantCulture), row["state"], row["value"] is { Length: > 0 } value ? Rational.Parse(value) : 0)));
        });
        var byEntry = marks.ToLookup(mark => mark.Entry, StringComparer.Ordinal);
        var entrants = new List<Entrant>();
        Read(slug, InterchangeFormat.EntriesFile, InterchangeFormat.EntryColumns, row => entrants.Add(new(
            row["code"], row["panel"], row["status"] == "active",
            byEntry[row["code"]].OrderBy(mark => mark.Mark.Seat).ToLookup(mark => mark.Aspect, mark => mark.Mark, StringComparer.Ordinal))));
        return entrants;
    }

    private void Read(string slug, string file, IReadOnlyList<string> columns, Action<CsvRow> row)
    {
        CsvFile.Read(files, InterchangeFormat.ContestFile(slug, file), columns, problems, row);
        if (!problems.IsEmpty)
            throw Unreadable();
    }

    // What was just exported can be read, or the program is wrong.
    private InvalidDataException Unreadable() => new(problems.Items[0].Place);
}
