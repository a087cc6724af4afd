using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>A part as the rows of a spreadsheet speak of it: its key, its cells with their rows, and what it consists of.</summary>
internal sealed class SheetNode(SchemeLevel level, string key, int row)
{
    private readonly Dictionary<SchemeColumn, (string Text, int Row)> cells = [];

    public SchemeLevel Level => level;

    /// <summary>Its key; empty where one has to be made.</summary>
    public string Key { get; set; } = key;

    /// <summary>The row in which it stands first.</summary>
    public int Row => row;

    public List<SheetNode> Parts { get; } = [];

    /// <summary>What stands in a column, and in which row.</summary>
    public (string Text, int Row) this[SchemeColumn column] => cells.TryGetValue(column, out var cell) ? cell : ("", row);

    /// <summary>Notes a cell; gives the one that said something else before.</summary>
    public (string Text, int Row)? Say(SchemeColumn column, string text, int inRow)
    {
        if (text.Length == 0 || cells.TryAdd(column, (text, inRow)) || cells[column].Text == text)
            return null;
        return cells[column];
    }

    /// <summary>The part below with this key, or a new one.</summary>
    public SheetNode Part(SchemeLevel below, string partKey, int inRow)
    {
        if (Parts.FirstOrDefault(part => part.Key == partKey) is { } known)
            return known;
        var made = new SheetNode(below, partKey, inRow);
        Parts.Add(made);
        return made;
    }
}
