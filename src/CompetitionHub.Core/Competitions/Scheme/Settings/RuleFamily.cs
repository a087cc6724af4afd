namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Rules of one kind and what can be set in each of them.</summary>
/// <param name="Name">Stands before their texts: <c>Rule.binary</c>.</param>
/// <param name="WordName">The property that holds a rule's word.</param>
/// <param name="Rules">The rules in the order in which they are offered.</param>
public sealed record RuleFamily(string Name, string WordName, IReadOnlyList<RuleSettings> Rules)
{
    /// <summary>The rules with one of these words, or all without any.</summary>
    public IEnumerable<RuleSettings> Offered(IReadOnlyList<string> words) => words.Count == 0 ? Rules : Rules.Where(rule => words.Contains(rule.Word));


    /// <summary>The rule with this word, or null.</summary>
    public RuleSettings? Find(string word) => Rules.FirstOrDefault(rule => rule.Word == word);
}

/// <summary>What can be set in a rule.</summary>
/// <param name="Word">Its word in the document.</param>
/// <param name="Settings">Its settings in the order in which they are shown.</param>
public sealed record RuleSettings(string Word, params IReadOnlyList<Setting> Settings)
{
    /// <summary>Under which heading the rule is offered.</summary>
    public RuleGroup Group { get; init; }

    /// <summary>The settings of the aspect itself that this rule does not read.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];
}

/// <summary>Headings under which aspect rules are offered.</summary>
public enum RuleGroup
{
    /// <summary>评委打分: every judge gives a mark.</summary>
    Judges,
    /// <summary>测量: one recorded value.</summary>
    Measured,
    /// <summary>与全场比较: points depend on the other entries.</summary>
    Compared,
    /// <summary>导入: from elsewhere.</summary>
    Elsewhere,
}
