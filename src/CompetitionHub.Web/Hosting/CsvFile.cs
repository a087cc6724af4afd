using System.Text;

namespace CompetitionHub.Web.Hosting;

/// <summary>A table as a csv file that spreadsheets open: with byte order mark, and without cells that they would take for formulas.</summary>
public static class CsvFile
{
    public static byte[] Write(IEnumerable<string> headings, IEnumerable<IEnumerable<string>> rows)
    {
        var file = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend(headings))
        {
            file.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    private static string Quoted(string cell) => $"\"{(IsFormula(cell) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // A number may begin with a minus, but nothing that goes on calculating. Some spreadsheets take full-width signs for plain ones.
    private static bool IsFormula(string cell) => cell switch
    {
        ['=' or '+' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] => true,
        ['-', .. var rest] => rest.Length == 0 || !rest.All(c => char.IsAsciiDigit(c) || c is '.' or '…'),
        _ => false,
    };
}
