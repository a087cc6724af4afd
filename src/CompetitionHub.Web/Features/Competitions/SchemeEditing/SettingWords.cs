using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>
/// Labels and explanations of settings. A setting that reads alike wherever it stands has one text (<c>Setting.decimals</c>); one that a rule gives a meaning
/// of its own has it under the rule (<c>Rule.power.a</c>).
/// </summary>
public sealed class SettingWords(IStringLocalizer<SchemeText> texts)
{
    /// <summary>What a setting is called.</summary>
    public string Label(string owner, string name) => Find($"{owner}.{name}") ?? texts[$"Setting.{name}"];

    /// <summary>What it means, where the label does not say enough; else null.</summary>
    public string? Hint(string owner, string name) => Find($"{owner}.{name}.Hint") ?? Find($"Setting.{name}.Hint");

    /// <summary>A word of a choice.</summary>
    public string Word(string owner, string name, string word) => Find($"{owner}.{name}.{word}") ?? texts[$"Word.{name}.{word}"];

    /// <summary>A rule by its family and word.</summary>
    public string Rule(string family, string word) => texts[$"{family}.{word}"];

    /// <summary>A chosen rule with its number, where it has one: "share 10 %", "share 1 / 12".</summary>
    public string Chosen(RuleFamily family, DraftObject chosen)
    {
        var word = chosen[family.WordName];
        var said = Find($"{family.Name}.{word}.{(chosen["of"] is "" or "100" ? "Said" : "SaidOf")}");
        return said is null ? Rule(family.Name, word) : string.Format(CultureInfo.InvariantCulture, said, [.. family.Find(word)!.Settings.Select(s => chosen[s.Name])]);
    }

    /// <summary>What the button says that adds a row.</summary>
    public string Add(string owner, string name) => Find($"{owner}.{name}.Add") ?? Find($"Setting.{name}.Add") ?? texts["Rows.Add"];

    /// <summary>What a rule does, in one line.</summary>
    public string? Why(string family, string word) => Find($"{family}.{word}.Why");

    /// <summary>A setting with what is set: "per fault 2", "Decimals 2", "Mean without highest and lowest".</summary>
    public string Say(string owner, Setting setting, DraftObject value) => setting.Kind switch
    {
        SettingKind.Choice => Word(owner, setting.Name, value[setting.Name]),
        SettingKind.Rows => $"{Label(owner, setting.Name)}: {value.Rows(setting.Name).Count}",
        SettingKind.Group when setting.Family is { } family => Rule(family.Name, value.Group(setting.Name)[family.WordName]),
        SettingKind.Group or SettingKind.Flag => Label(owner, setting.Name),
        _ => $"{Label(owner, setting.Name)} {value[setting.Name]}",
    };

    /// <summary>Any other text of the editor.</summary>
    public string this[string key] => texts[key];

    /// <summary>A text with a number in it.</summary>
    public string Say(string key, params object[] args) => texts[key, args];

    private string? Find(string key) => texts[key] is { ResourceNotFound: false } text ? text.Value : null;
}
