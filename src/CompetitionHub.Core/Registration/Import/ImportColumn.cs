using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>The columns of the entry template.</summary>
public enum ImportColumn
{
    /// <summary>赛项: name or short address of the contest; may be empty when there is only one.</summary>
    Contest,
    /// <summary>代表队: name or code; one that is not there yet is added.</summary>
    Delegation,
    /// <summary>姓名或队名.</summary>
    Name,
    /// <summary>英文名, if any.</summary>
    NameEn,
    /// <summary>队员, separated by 、 or ;.</summary>
    Members,
    /// <summary>参赛编号, if it is given already; otherwise one is drawn.</summary>
    Code,
    /// <summary>评分组: the room or panel that marks the entry, where several do.</summary>
    Panel,
}

/// <summary>The headings of the template in both languages, and other words people use for them.</summary>
public static class ImportColumns
{
    private static readonly Dictionary<ImportColumn, (string Zh, string En, string[] Others)> Words = new()
    {
        [ImportColumn.Contest] = ("赛项", "Contest", ["竞赛项目", "项目", "工种", "event"]),
        [ImportColumn.Delegation] = ("代表队", "Delegation", ["单位", "参赛队", "参赛单位", "所在单位", "unit", "team"]),
        [ImportColumn.Name] = ("姓名或队名", "Name", ["姓名", "选手", "选手姓名", "队名", "中文名", "chinesename"]),
        [ImportColumn.NameEn] = ("英文名", "English name", ["英文姓名", "拼音", "nameen"]),
        [ImportColumn.Members] = ("队员", "Members", ["成员", "团队成员"]),
        [ImportColumn.Code] = ("参赛编号", "Code", ["编号", "号码", "选手编号", "entrycode"]),
        [ImportColumn.Panel] = ("评分组", "Panel", ["考场", "组别", "room"]),
    };

    private static readonly Dictionary<string, ImportColumn> ByHeading = Words
        .SelectMany(w => new[] { w.Value.Zh, w.Value.En }.Concat(w.Value.Others).Select(heading => (Heading: FoldedText.Of(heading), w.Key)))
        .ToDictionary(p => p.Heading, p => p.Key, StringComparer.Ordinal);

    /// <summary>The heading of a column as the template has it (<c>zh…</c>: Chinese, anything else English).</summary>
    public static string Heading(ImportColumn column, string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Words[column].Zh : Words[column].En;

    /// <summary>The column a heading means, or null.</summary>
    public static ImportColumn? Find(string heading) => ByHeading.TryGetValue(FoldedText.Of(heading), out var column) ? column : null;
}
