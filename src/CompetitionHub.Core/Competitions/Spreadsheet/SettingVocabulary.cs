using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Understands what settings and their words are called: in any of the languages, or by the keys of the document.</summary>
internal sealed class SettingVocabulary(IReadOnlyList<ISchemeWords> languages)
{
    private static readonly string[] Yes = ["yes", "true", "1", "y", "是", "√", "有"];
    private static readonly string[] No = ["no", "false", "0", "n", "否", "×", "无"];

    /// <summary>The language of whoever reads.</summary>
    public ISchemeWords Reader => languages[0];

    /// <summary>The setting that is called so, or null.</summary>
    public Setting? Find(string owner, IEnumerable<Setting> settings, string text) =>
        Find(settings, text, setting => setting.Name, (words, setting) => words.Label(owner, setting.Name));

    /// <summary>The word of a choice, or null.</summary>
    public string? FindWord(string owner, Setting setting, string text) =>
        Find(setting.Words, text, word => word, (words, word) => words.Word(owner, setting.Name, word));

    /// <summary>The rule of a family, or null.</summary>
    public string? FindRule(Setting setting, string text) =>
        Find(setting.Family!.Rules, text, rule => rule.Word, (words, rule) => words.Rule(setting.Family.Name, rule.Word))?.Word;

    /// <summary>Yes, no, or null.</summary>
    public static bool? YesOrNo(string text)
    {
        var folded = FoldedText.Of(text);
        return Yes.Contains(folded) ? true : No.Contains(folded) ? false : null;
    }

    /// <summary>What a rule of the family may be called, for whoever has to correct.</summary>
    public string Options(Setting setting) => string.Join(" · ", setting.Family!.Offered(setting.Words).Select(rule => Reader.Rule(setting.Family.Name, rule.Word)));

    /// <summary>What a choice may be.</summary>
    public string Options(string owner, Setting setting) => string.Join(" · ", setting.Words.Select(word => Reader.Word(owner, setting.Name, word)));

    private T? Find<T>(IEnumerable<T> things, string text, Func<T, string> key, Func<ISchemeWords, T, string> call) where T : class
    {
        var folded = FoldedText.Of(text);
        if (folded.Length == 0)
            return null;
        var known = things.ToList();
        return known.FirstOrDefault(thing => FoldedText.Of(key(thing)) == folded)
            ?? languages.Select(words => known.FirstOrDefault(thing => FoldedText.Of(call(words, thing)) == folded)).FirstOrDefault(thing => thing is not null);
    }
}
