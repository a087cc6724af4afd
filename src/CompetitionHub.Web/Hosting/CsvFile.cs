using System.Text;
using CompetitionHub.Core.Shared;

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

    private static string Quoted(string cell) => $"\"{(TableWriter.IsFormula(cell) ? "'" : "")}{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
