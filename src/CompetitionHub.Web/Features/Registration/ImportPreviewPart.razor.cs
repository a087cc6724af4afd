using CompetitionHub.Core.Registration;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Registration;

/// <summary>What an import would do: with errors the wrong rows, each sentence in its cell; otherwise the first rows as they would be entered.</summary>
public partial class ImportPreviewPart
{
    internal const int MostRows = 100;
    private const int MostNames = 20;
    private const int MostCharacters = 120;

    private static readonly ImportColumn[] AllColumns = Enum.GetValues<ImportColumn>();
    private ILookup<int, RowProblem> problems = Enumerable.Empty<RowProblem>().ToLookup(p => p.Row);
    private Dictionary<int, PlannedEntry> planned = [];
    private IReadOnlyList<ImportRow> rows = [];
    private IReadOnlyList<ImportColumn> columns = AllColumns;
    private int left;

    [Parameter, EditorRequired] public ImportFile File { get; set; } = null!;

    [Parameter, EditorRequired] public ImportPreview Preview { get; set; } = null!;

    private string NewNames => string.Join(Languages.Current == "zh" ? "、" : ", ", Preview.NewDelegations.Take(MostNames).Select(d => d.Name.In(Languages.Current)))
        + (Preview.NewDelegations.Count > MostNames ? " …" : "");

    protected override void OnParametersSet()
    {
        problems = Preview.Problems.ToLookup(p => p.Row);
        planned = Preview.Entries.ToDictionary(e => e.Row);
        var shown = Preview.IsClean ? File.Rows : [.. File.Rows.Where(r => problems.Contains(r.Number))];
        left = shown.Count - MostRows;
        rows = [.. shown.Take(MostRows)];
        // A column that nobody filled in and nobody asks for is only noise.
        columns = [.. AllColumns.Where(c => c is ImportColumn.Name or ImportColumn.Code
            || File.Rows.Any(r => r[c].Length > 0) || Preview.Problems.Any(p => p.Column == c))];
    }

    private static string Short(string text) => text.Length > MostCharacters ? text[..MostCharacters] + "…" : text;
}
