using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CsvHelper;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>One row of a table: gives its fields by name, and reports what a field should have been.</summary>
internal sealed class CsvRow(CsvReader reader, string file, IReadOnlyList<string> columns, ProblemList problems)
{
    private readonly Dictionary<string, int> positions = columns.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i, StringComparer.Ordinal);

    /// <summary>The text of a column without spaces around it; empty where an optional column is missing.</summary>
    public string this[string column] => positions[column] is var place && place < reader.FieldCount ? reader.GetString(place).Trim() : "";

    /// <summary>Reports a problem in this row.</summary>
    public void Report(string? column, Error error) => problems.Add(file, reader.LineNumber, column, error);

    /// <summary>A text of at most <paramref name="longest"/> printable characters; null after reporting.</summary>
    public string? Text(string column, int longest)
    {
        var text = this[column];
        if (text.Length > longest || !CompetitionsRules.IsPrintable(text))
        {
            Report(column, InterchangeErrors.TextUnusable(longest));
            return null;
        }
        return text;
    }

    /// <summary>Reports what rules of another feature found, at the column their field names; true when they found nothing.</summary>
    public bool Obeys(IReadOnlyList<Error> errors)
    {
        foreach (var error in errors)
        {
            Report(error.Field switch
            {
                "Name" => "name_zh",
                "NameEn" => "name_en",
                "Members" => "members",
                "Code" => "code",
                "Panel" => "panel",
                _ => null,
            }, error);
        }
        return errors.Count == 0;
    }

    /// <summary>One of the words of an enum; null after reporting.</summary>
    public T? Word<T>(string column, params ReadOnlySpan<T> allowed) where T : struct, Enum
    {
        var text = this[column];
        if (EnumText.TryRead<T>(text, out var value) && (allowed.Length == 0 || allowed.Contains(value)))
        {
            return value;
        }
        Report(column, InterchangeErrors.NotOneOf(text, allowed.Length == 0 ? EnumText.All<T>() : [.. allowed.ToArray().Select(EnumText.Write)]));
        return null;
    }

    /// <summary>A whole number between two bounds, written with digits only; null after reporting.</summary>
    public int? Whole(string column, int from, int to)
    {
        var text = this[column];
        if (WholeNumber.TryRead(text, out var value) && value >= from && value <= to)
        {
            return value;
        }
        Report(column, InterchangeErrors.NumberOutOfRange(text, from, to));
        return null;
    }
}
