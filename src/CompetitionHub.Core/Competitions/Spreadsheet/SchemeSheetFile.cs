using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>An uploaded spreadsheet of a scheme as it was read: its sheets as texts.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Parts">The table of aspects.</param>
/// <param name="Whole">The sheet of the whole; null where the file has none.</param>
/// <param name="Ignored">Names of sheets that are not read.</param>
public sealed record SchemeSheetFile(string Name, TableSheet Parts, TableSheet? Whole, IReadOnlyList<string> Ignored)
{
    // One more than can be used, so that too many are seen.
    private const int MostRows = SchemeRules.MostAspects + 2;

    /// <summary>Reads an upload. Sheets are told by their names in any of the languages; without such a name the first one is the table of aspects.</summary>
    public static Task<Result<SchemeSheetFile>> ReadAsync(
        string fileName, Stream content, IReadOnlyList<ISchemeWords> languages, CancellationToken cancellationToken = default) =>
        TableFile.ReadAsync<SchemeSheetFile>(
            fileName, content, SchemeSheet.LongestCell + 1, file => Choose(file.Name, file.IsWorkbook ? file.Sheets(MostRows) : [.. file.Sheets(MostRows).Select(Plain)], languages), cancellationToken);

    private static Result<SchemeSheetFile> Choose(string name, IReadOnlyList<TableSheet> sheets, IReadOnlyList<ISchemeWords> languages)
    {
        var whole = Find(sheets, languages, SchemeSheet.WholeName);
        var help = Find(sheets, languages, SchemeSheetHelp.Name);
        if ((Find(sheets, languages, SchemeSheet.Name) ?? sheets.FirstOrDefault(sheet => sheet != whole && sheet != help)) is not { Rows.Count: > 1 } parts)
            return SchemeSheetErrors.Empty();
        return parts.Rows.Count >= MostRows
            ? SchemeSheetErrors.TooManyRows(SchemeRules.MostAspects)
            : new SchemeSheetFile(name, parts, whole, [.. sheets.Where(sheet => sheet != parts && sheet != whole && sheet != help).Select(sheet => sheet.Name)]);
    }

    private static TableSheet Plain(TableSheet csv) =>
        csv with { Rows = [.. csv.Rows.Select(row => row with { Cells = [.. row.Cells.Select(TableWriter.WithoutApostrophe)] })] };

    private static TableSheet? Find(IReadOnlyList<TableSheet> sheets, IReadOnlyList<ISchemeWords> languages, Func<ISchemeWords, string> name)
    {
        var names = languages.Select(words => FoldedText.Of(name(words))).ToHashSet(StringComparer.Ordinal);
        return sheets.FirstOrDefault(sheet => names.Contains(FoldedText.Of(sheet.Name)));
    }
}
