using System.Collections.Concurrent;
using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Competitions.Spreadsheet;

/// <summary>The words of the scheme editor in one language, whatever the reader's language is. Kept, because a table asks for them row by row.</summary>
public sealed class SchemeSpeech(SettingWords words, string language) : ISchemeWords
{
    private readonly ConcurrentDictionary<string, string?> said = new(StringComparer.Ordinal);

    public string Language => language;

    public string Label(string owner, string name) => Say($"label {owner} {name}", () => words.Label(owner, name))!;

    public string? Hint(string owner, string name) => Say($"hint {owner} {name}", () => words.Hint(owner, name));

    public string Word(string owner, string name, string word) => Say($"word {owner} {name} {word}", () => words.Word(owner, name, word))!;

    public string Rule(string family, string word) => Say($"rule {family} {word}", () => words.Rule(family, word))!;

    public string? Why(string family, string word) => Say($"why {family} {word}", () => words.Why(family, word));

    public string Text(string key) => Say($"text {key}", () => words[key])!;

    private string? Say(string key, Func<string?> say) => said.GetOrAdd(key, _ =>
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    });
}

/// <summary>The words of tables in all languages.</summary>
public sealed class SchemeSpeeches(SettingWords words)
{
    private readonly SchemeSpeech[] all = [new(words, "zh"), new(words, "en")];

    /// <summary>The reader's language.</summary>
    public ISchemeWords Reader => all.First(speech => speech.Language == Languages.Current);

    /// <summary>All languages, the reader's first.</summary>
    public IReadOnlyList<ISchemeWords> All => [.. all.OrderBy(speech => speech.Language != Languages.Current)];
}
