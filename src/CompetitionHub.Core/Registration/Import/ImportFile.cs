namespace CompetitionHub.Core.Registration;

/// <summary>A row of an uploaded file; <paramref name="Number"/> is the line or sheet row people see, headings being 1.</summary>
public sealed record ImportRow(int Number, IReadOnlyDictionary<ImportColumn, string> Cells)
{
    /// <summary>The trimmed text of a cell; empty when the file has no such column.</summary>
    public string this[ImportColumn column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>An uploaded file that could be read as a table with the template's headings.</summary>
public sealed record ImportFile(string Name, IReadOnlyList<ImportRow> Rows);
