using System.Text;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Competitions.Spreadsheet;

/// <summary>Spreadsheets out of a scheme and back in.</summary>
internal static class Sheets
{
    public static readonly IReadOnlyList<ISchemeWords> Words = [new KeyWords()];

    public static CurrentScheme Current(MarkingScheme scheme) => new("c", 3, scheme, CompiledScheme.Compile(scheme), null);

    public static async Task<SchemeSheetPreview> ReadAsync(byte[] bytes, MarkingScheme present, string name = "scheme.xlsx")
    {
        var file = await SchemeSheetFile.ReadAsync(name, new MemoryStream(bytes), Words);
        Assert.True(file.Succeeded, file.Succeeded ? "" : file.Error.ToString());
        return SchemeSheetReader.Read(file.Value, Current(present), Words);
    }

    /// <summary>A csv of a heading row and rows, cells apart by a semicolon sign that no cell has.</summary>
    public static Task<SchemeSheetPreview> ReadAsync(MarkingScheme present, params string[] rows) =>
        ReadAsync(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(row => string.Join(',', row.Split('¦').Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))))), present, "scheme.csv");

    public static IEnumerable<(int? Row, string Column, string Code)> Wrong(SchemeSheetPreview preview) =>
        preview.Problems.Where(problem => problem.Severity == SchemeSeverity.Refused).Select(problem => (problem.Row, problem.Column, problem.Error.Code.Replace("Competitions.", "", StringComparison.Ordinal)));
}
