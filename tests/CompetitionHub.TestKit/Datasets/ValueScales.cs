using System.Globalization;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>
/// What a judge's mark of −3 to +3 is worth for each element. The scales are not in the source, but panels that agreed (all marks alike but the highest
/// and the lowest) tell them; a zero is worth nothing everywhere.
/// </summary>
internal sealed class ValueScales
{
    private readonly Dictionary<string, (int Item, SortedDictionary<int, string> Points)> scales = new(StringComparer.Ordinal);

    /// <summary>Reads the scales off the elements.</summary>
    public static ValueScales Derive(IEnumerable<IReadOnlyDictionary<string, string>> elements)
    {
        var derived = new ValueScales();
        foreach (var row in elements)
        {
            if (Counted(row) is not [var one, ..] marks || marks[^1] != one)
                continue;
            if (!derived.scales.TryGetValue(row["desc"], out var scale))
                derived.scales.Add(row["desc"], scale = (derived.scales.Count + 1, new() { [0] = "0" }));
            scale.Points[one] = row["goe"];
        }
        return derived;
    }

    /// <summary>The number of the element's scale, or null when a mark that counts is not in it.</summary>
    public string? Item(IReadOnlyDictionary<string, string> row) =>
        scales.TryGetValue(row["desc"], out var scale) && Counted(row) is { Count: > 0 } marks && marks.All(scale.Points.ContainsKey)
            ? scale.Item.ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The tables of a scheme document for these elements.</summary>
    public string Tables(IEnumerable<IReadOnlyDictionary<string, string>> rows) => SchemeText.Each(
        rows.Where(row => Item(row) is not null).Select(row => scales[row["desc"]]).DistinctBy(scale => scale.Item).OrderBy(scale => scale.Item),
        scale => $$"""
            {"item": {{scale.Item}}, "points": [{{SchemeText.Each(Enumerable.Range(-3, 7), mark => $$"""
            {"mark": {{mark}}, "points": {{Points(scale.Points, mark)}}}
            """)}}]}
            """);

    // A mark that no panel agreed on stands only at the dropped ends, where any value between its neighbours does: the nearest one towards zero.
    private static string Points(SortedDictionary<int, string> scale, int mark)
    {
        while (!scale.ContainsKey(mark))
            mark -= Math.Sign(mark);
        return scale[mark];
    }

    private static List<int> Counted(IReadOnlyDictionary<string, string> row) =>
    [
        .. Enumerable.Range(1, 9).Select(seat => row[$"J{seat}"]).Where(mark => mark.Length > 0)
            .Select(mark => int.Parse(mark, CultureInfo.InvariantCulture)).Order().Skip(1).SkipLast(1),
    ];
}
