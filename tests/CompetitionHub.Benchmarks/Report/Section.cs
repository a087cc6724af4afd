using System.Globalization;
using System.Text;

namespace CompetitionHub.Benchmarks.Report;

/// <summary>The figures of one part: a table whose rows name a measured value, its limit from the same run, and the aim.</summary>
internal sealed class Section(string title, string how)
{
    private readonly List<(string Name, string Measured, string Limit, string Ratio, string Aim, bool? Met)> rows = [];
    private readonly List<string> notes = [];

    public void Add(string name, string measured, string limit = "", string ratio = "", string aim = "", bool? met = null)
    {
        rows.Add((name, measured, limit, ratio, aim, met));
        Console.WriteLine($"  {name}: {measured}{(limit.Length > 0 ? $" | limit {limit}" : "")}{(ratio.Length > 0 ? $" | ratio {ratio}" : "")}{(met is { } m ? m ? " | met" : " | MISSED" : "")}");
    }

    public void Note(string text) => notes.Add(text);

    public static string Number(double value, string unit = "", int decimals = 0) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + (unit.Length > 0 ? " " + unit : "");

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append("## ").AppendLine(title).AppendLine().AppendLine(how).AppendLine();
        text.AppendLine("| figure | measured | limit | ratio | aim | met |").AppendLine("|---|---:|---:|---:|---|---|");
        foreach (var row in rows)
        {
            var met = row.Met switch { true => "yes", false => "**no**", null => "" };
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Measured} | {row.Limit} | {row.Ratio} | {row.Aim} | {met} |");
        }

        foreach (var note in notes)
        {
            text.AppendLine().AppendLine(note);
        }

        return text.ToString();
    }
}
