using System.Text;
using CsvHelper;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads one table row by row: comma, quotes as in RFC 4180, no line breaks inside a field, exactly the known columns.</summary>
internal static class CsvFile
{
    private const int LongestRow = 64 << 10;

    /// <summary>
    /// Calls <paramref name="row"/> for each row with the right number of fields; everything else is reported. The last
    /// <paramref name="optional"/> columns may be missing: then they are empty. False when the file cannot be read.
    /// </summary>
    public static bool Read(FolderFiles files, string file, IReadOnlyList<string> columns, ProblemList problems, Action<CsvRow> row, int optional = 0)
    {
        using var text = files.Open(file, InterchangeFormat.LargestTable);
        if (text is null)
        {
            return false;
        }
        var line = 1L;
        try
        {
            Rows(text, file, columns, optional, problems, row, ref line);
            return true;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(file, line, null, InterchangeErrors.NotUtf8());
        }
        catch (CsvFormatException)
        {
            problems.Add(file, line, null, InterchangeErrors.RowTooLong(LongestRow));
        }
        catch (IOException refused)
        {
            problems.Add(file, line, null, InterchangeErrors.SystemRefuses(refused.Message));
        }
        return false;
    }

    private static void Rows(
        StreamReader text, string file, IReadOnlyList<string> columns, int optional, ProblemList problems, Action<CsvRow> row, ref long line)
    {
        var malformed = false;
        using var reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            DetectSeparatorHint = false,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            PoolStrings = true,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = _ => malformed = true,
        }, leaveOpen: true);
        var current = new CsvRow(reader, file, columns, problems);
        var rows = 0;
        var fields = columns.Count;
        while (!problems.IsFull && reader.Read())
        {
            line = reader.LineNumber;
            if (malformed)
            {
                malformed = false;
                problems.Add(file, line, null, InterchangeErrors.QuotesWrong());
            }
            else if (rows == 0)
            {
                var found = Enumerable.Range(0, Math.Min(reader.FieldCount, columns.Count + 1)).Select(reader.GetString).ToArray();
                fields = found.Length;
                if (fields < columns.Count - optional || !found.SequenceEqual(columns.Take(fields), StringComparer.Ordinal))
                {
                    problems.Add(file, line, null, InterchangeErrors.HeaderWrong(columns, found));
                    return;
                }
            }
            else if (reader.FieldCount != fields)
            {
                problems.Add(file, line, null, InterchangeErrors.FieldCount(fields, reader.FieldCount));
            }
            else
            {
                row(current);
            }
            if (++rows > InterchangeFormat.MostRows)
            {
                problems.Add(file, line, null, InterchangeErrors.TooMany(InterchangeFormat.MostRows));
                return;
            }
        }
        if (rows == 0 && !problems.IsFull)
        {
            problems.Add(file, 1, null, InterchangeErrors.HeaderWrong(columns, []));
        }
    }
}
