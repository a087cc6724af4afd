using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads a contest's <c>marks.csv</c> and <c>sheets.csv</c> against its scheme and entries.</summary>
internal sealed class MarksFile(FolderFiles files, ProblemList problems, string contestSlug, SchemeIndex scheme, IReadOnlyCollection<FolderEntry> entries)
{
    private readonly HashSet<string> codes = entries.Select(e => e.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The marks in force.</summary>
    public IReadOnlyList<FolderMark> ReadMarks()
    {
        var marks = new List<FolderMark>();
        var seen = new HashSet<(string, string, int)>();
        CsvFile.Read(files, InterchangeFormat.ContestFile(contestSlug, InterchangeFormat.MarksFile), InterchangeFormat.MarkColumns, problems, row =>
        {
            if (Mark(row) is not { } mark)
            {
                return;
            }
            if (!seen.Add((mark.Entry, mark.Aspect, mark.Seat)))
            {
                row.Report(null, InterchangeErrors.Repeated($"{mark.Entry}, {mark.Form}, {mark.Aspect}, {mark.Seat}"));
            }
            marks.Add(mark);
        });
        return marks;
    }

    /// <summary>The sheets that were submitted or taken back.</summary>
    public IReadOnlyList<FolderSheet> ReadSheets()
    {
        var sheets = new List<FolderSheet>();
        var seen = new HashSet<(string, string, int)>();
        CsvFile.Read(files, InterchangeFormat.ContestFile(contestSlug, InterchangeFormat.SheetsFile), InterchangeFormat.SheetColumns, problems, row =>
        {
            var (entry, form) = (Entry(row), Form(row));
            var seat = form is null ? null : row.Whole("seat", 1, form.Judges);
            var state = row.Word<SheetState>("state");
            if (entry is null || form is null || seat is null || state is null)
            {
                return;
            }
            if (!seen.Add((entry, form.Key, seat.Value)))
            {
                row.Report(null, InterchangeErrors.Repeated($"{entry}, {form.Key}, {seat}"));
            }
            sheets.Add(new(entry, form.Key, seat.Value, state.Value));
        });
        return sheets;
    }

    private FolderMark? Mark(CsvRow row)
    {
        var (entry, form) = (Entry(row), Form(row));
        var aspect = form is null ? null : Aspect(row, form);
        var state = row.Word("state", MarkState.Value, MarkState.NotAttempted, MarkState.JudgeAbsent, MarkState.Failed);
        if (form is null || aspect is null || state is null)
        {
            return null;
        }
        var seat = row.Whole("seat", aspect.Rule.FirstSeat, aspect.Kind == AspectKind.PanelScore ? form.Judges : aspect.Rule.FirstSeat);
        var value = Value(row, aspect, state.Value);
        return entry is null || seat is null || value is not { } found ? null : new(entry, form.Key, aspect.Key, seat.Value, state.Value, found.Score);
    }

    private static (Score? Score, bool Read)? Value(CsvRow row, Aspect aspect, MarkState state)
    {
        var text = row["value"];
        Score? value = null;
        if (text.Length > 0)
        {
            var parsed = ScoreText.Parse(text);
            if (!parsed.Succeeded)
            {
                row.Report("value", parsed.Error);
                return null;
            }
            value = parsed.Value;
        }
        if (MarkRules.Check(aspect, state, value) is { } refused)
        {
            row.Report("value", refused);
            return null;
        }
        return (value, true);
    }

    private string? Entry(CsvRow row)
    {
        var code = row["entry"];
        if (codes.Contains(code))
        {
            return code;
        }
        row.Report("entry", InterchangeErrors.Unknown(code, InterchangeFormat.ContestFile(contestSlug, InterchangeFormat.EntriesFile)));
        return null;
    }

    private MarkingForm? Form(CsvRow row)
    {
        var key = row["form"];
        var form = scheme.Form(key);
        if (form is null)
        {
            row.Report("form", InterchangeErrors.Unknown(key, InterchangeFormat.CompetitionFile));
        }
        return form;
    }

    private Aspect? Aspect(CsvRow row, MarkingForm form)
    {
        var key = row["aspect"];
        var aspect = scheme.Aspect(form.Key, key);
        if (aspect is null)
        {
            row.Report("aspect", InterchangeErrors.Unknown(key, InterchangeFormat.CompetitionFile));
        }
        return aspect;
    }
}
