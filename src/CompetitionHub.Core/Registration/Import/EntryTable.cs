using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>Writes the template and the list of entries in the template's columns, so that an export can be corrected and read back.</summary>
public static class EntryTable
{
    /// <summary>The list as csv in UTF-8 with BOM, which spreadsheets open as it is meant.</summary>
    public static byte[] WriteCsv(IEnumerable<EntryRow> rows, string language) =>
        TableWriter.Csv(rows.Select(r => Cells(r, language)).Prepend(Headings(language)));

    /// <summary>An empty xlsx with the headings; a second sheet lists the contests and delegations that may be named.</summary>
    public static byte[] WriteTemplate(IEnumerable<Contest> contests, IEnumerable<Delegation> delegations, string language)
    {
        var words = contests.Select(c => Label(c, language)).ToList();
        var units = delegations.Select(d => d.Name.In(language)).ToList();
        var lists = Enumerable.Range(0, Math.Max(words.Count, units.Count))
            .Select(i => (IReadOnlyList<string>)[words.ElementAtOrDefault(i) ?? "", units.ElementAtOrDefault(i) ?? ""]);
        return TableWriter.Xlsx(
            new WrittenSheet(language.StartsWith("zh", StringComparison.Ordinal) ? "参赛名单" : "Entries", [Headings(language)], [22]),
            new WrittenSheet(
                language.StartsWith("zh", StringComparison.Ordinal) ? "可填内容" : "What to write",
                [[ImportColumns.Heading(ImportColumn.Contest, language), ImportColumns.Heading(ImportColumn.Delegation, language)], .. lists], [22]));
    }

    /// <summary>A contest as the template names it: with its group where it has one.</summary>
    public static string Label(Contest contest, string language)
    {
        var group = contest.Details.Group.In(language);
        var name = contest.Name.In(language);
        return group.Length == 0 ? name : language.StartsWith("zh", StringComparison.Ordinal) ? $"{name}（{group}）" : $"{name} ({group})";
    }

    private static IReadOnlyList<string> Headings(string language) => [.. Enum.GetValues<ImportColumn>().Select(c => ImportColumns.Heading(c, language))];

    private static IReadOnlyList<string> Cells(EntryRow row, string language) =>
    [
        Label(row.Contest, language), row.Delegation?.Name.In(language) ?? "", row.Entry.Name.Zh, row.Entry.Name.En, string.Join('、', row.Entry.Members),
        row.Entry.Code, row.Entry.Panel,
    ];
}
