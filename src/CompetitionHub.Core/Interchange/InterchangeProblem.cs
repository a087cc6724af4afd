using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange;

/// <summary>
/// Something in a folder that cannot be taken. <paramref name="Row"/> is the line of the file (the header is line 1);
/// <paramref name="Column"/> a column of a table or the path inside a JSON file (<c>contests[2].board.visibility</c>).
/// </summary>
public sealed record InterchangeProblem(string File, long? Row, string? Column, Error Error)
{
    /// <summary>Where: <c>contests/welding/marks.csv:17 value</c>.</summary>
    public string Place => File + (Row is { } row ? $":{row}" : "") + (Column is null ? "" : $" {Column}");
}

/// <summary>Collects problems up to a limit, so that a file of garbage does not answer with a million lines.</summary>
public sealed class ProblemList
{
    /// <summary>How many problems are kept.</summary>
    public const int Limit = 100;

    private readonly List<InterchangeProblem> items = [];

    /// <summary>The problems so far, in the order they were met.</summary>
    public IReadOnlyList<InterchangeProblem> Items => items;

    /// <summary>True when reading on would not add anything to the list.</summary>
    public bool IsFull => items.Count >= Limit;

    /// <summary>True when nothing was found.</summary>
    public bool IsEmpty => items.Count == 0;

    /// <summary>Keeps a problem while there is room.</summary>
    public void Add(string file, long? row, string? column, Error error)
    {
        if (!IsFull)
        {
            items.Add(new(file, row, column, error));
        }
    }
}
