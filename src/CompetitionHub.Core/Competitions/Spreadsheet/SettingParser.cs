using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads what <see cref="SettingNotation"/> writes, as people change it. Everything that is wrong in a cell is reported.</summary>
internal sealed class SettingParser(SettingVocabulary vocabulary, Action<Error> report)
{
    private const int LongestQuoted = 40;

    /// <summary>Settings that may stand in a cell, with the object they belong to.</summary>
    public sealed record Scope(DraftObject Value, string Owner, IReadOnlyList<Setting> Settings);

    /// <summary>A new object for a rule without anything that only the editor begins with.</summary>
    public static DraftObject New(Setting setting, string? word = null)
    {
        var made = DraftObject.New(setting, word);
        foreach (var rows in setting.In(made).Where(inner => inner.Kind == SettingKind.Rows))
            made.Rows(rows.Name).Clear();
        return made;
    }

    /// <summary>Reads the settings of a cell into the objects of its scopes.</summary>
    public void Read(string cell, params IReadOnlyList<Scope> scopes) => Read(NotationText.Narrow(cell), ";\n", scopes);

    /// <summary>Reads the value of one setting; empty for none.</summary>
    public void ReadValue(string cell, Scope scope, Setting setting)
    {
        var text = NotationText.Narrow(cell).Trim();
        if (setting.Kind == SettingKind.Rows)
            scope.Value.Rows(setting.Name).Clear();
        if (text.Length > 0)
            Value(scope, setting, text);
        else if (setting.Kind == SettingKind.Group)
            scope.Value.Set(setting.Name, setting.IsRequired ? New(setting) : null);
        else if (setting.Kind == SettingKind.Name)
            scope.Value.Set(setting.Name, new());
        else if (setting.Kind != SettingKind.Rows)
            scope.Value[setting.Name] = setting.Kind == SettingKind.Choice ? setting.Default : "";
    }

    private void Read(string text, string separators, IReadOnlyList<Scope> scopes)
    {
        var stated = new HashSet<Setting>(ReferenceEqualityComparer.Instance);
        if (NotationText.Split(text, separators) is not { } parts)
        {
            report(SchemeSheetErrors.Unpaired(Short(text)));
            return;
        }
        foreach (var part in parts.Where(part => part.Trim().Length > 0))
            Pair(part, scopes, stated);
        foreach (var (value, owner, settings) in scopes)
        {
            foreach (var missing in settings.Where(setting => IsNeeded(setting) && !stated.Contains(setting)))
            {
                value[missing.Name] = "";
                report(SchemeSheetErrors.SettingMissing(vocabulary.Reader.Label(owner, missing.Name)));
            }
        }
    }

    /// <summary>True for a setting without which nobody knows what is meant; a zero goes without saying.</summary>
    public static bool IsNeeded(Setting setting) => setting is { IsRequired: true, Kind: SettingKind.Score or SettingKind.Scores } && setting.Default != "0";

    private void Pair(string part, IReadOnlyList<Scope> scopes, HashSet<Setting> stated)
    {
        var pair = NotationText.Split(part, "=", most: 2)!;
        var name = NotationText.Unquote(pair[0]);
        var (scope, setting) = scopes.Select(one => (Scope: one, Setting: vocabulary.Find(one.Owner, one.Settings, name))).FirstOrDefault(found => found.Setting is not null);
        if (setting is null)
        {
            var options = scopes.SelectMany(one => one.Settings.Select(known => vocabulary.Reader.Label(one.Owner, known.Name)));
            report(pair.Count < 2 ? SchemeSheetErrors.NotNotation(Short(part.Trim())) : SchemeSheetErrors.SettingUnknown(Short(name), string.Join(" · ", options)));
        }
        else if (!stated.Add(setting))
        {
            report(SchemeSheetErrors.SettingTwice(Short(name)));
        }
        else if (pair.Count == 2)
        {
            ReadValue(pair[1], scope, setting);
        }
        else if (setting.Kind == SettingKind.Flag)
        {
            scope.Value[setting.Name] = "true";
        }
        else
        {
            report(SchemeSheetErrors.NotNotation(Short(part.Trim())));
        }
    }

    private void Value(Scope scope, Setting setting, string text)
    {
        switch (setting.Kind)
        {
            case SettingKind.Choice:
                if (vocabulary.FindWord(scope.Owner, setting, NotationText.Unquote(text)) is { } word)
                    scope.Value[setting.Name] = word;
                else
                    report(SchemeSheetErrors.WordUnknown(Short(text), vocabulary.Options(scope.Owner, setting)));
                break;
            case SettingKind.Flag:
                if (SettingVocabulary.YesOrNo(text) is { } yes)
                    scope.Value[setting.Name] = yes ? "true" : "";
                else
                    report(SchemeSheetErrors.NotYesNo(Short(text)));
                break;
            case SettingKind.Name:
                scope.Value.Set(setting.Name, Name(text));
                break;
            case SettingKind.Group:
                if (Object(scope, setting, text) is { } group)
                    scope.Value.Set(setting.Name, group);
                break;
            case SettingKind.Rows:
                Rows(scope, setting, text);
                break;
            default:
                scope.Value[setting.Name] = NotationText.Unquote(text);
                break;
        }
    }

    private void Rows(Scope scope, Setting setting, string text)
    {
        if (NotationText.Split(Inside(text), "|") is not { } rows)
        {
            report(SchemeSheetErrors.Unpaired(Short(text)));
            return;
        }
        foreach (var row in rows.Where(row => row.Trim().Length > 0))
        {
            if (Object(scope, setting, row) is { } made)
                scope.Value.Rows(setting.Name).Add(made);
        }
    }

    private DraftObject? Object(Scope scope, Setting setting, string text)
    {
        var (before, inside) = NotationText.Open(text, '(', ')');
        if (setting.Family is not { } family)
        {
            var made = New(setting);
            Read(before.Length == 0 ? inside : text, ",;\n", [new(made, $"{scope.Owner}.{setting.Name}", setting.Settings)]);
            return made;
        }
        if (vocabulary.FindRule(setting, NotationText.Unquote(before)) is not { } word)
        {
            report(SchemeSheetErrors.WordUnknown(Short(before), vocabulary.Options(setting)));
            return null;
        }
        var rule = New(setting, word);
        Read(inside, ",;\n", [new(rule, $"{family.Name}.{word}", setting.In(rule))]);
        return rule;
    }

    private static string Inside(string text) => text.StartsWith('[') && text.EndsWith(']') ? text[1..^1] : text;

    private static DraftObject Name(string text)
    {
        var name = new DraftObject();
        if (text.StartsWith('/'))
        {
            name["en"] = NotationText.Unquote(text[1..]);
            return name;
        }
        var quoted = false;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            if (quoted || string.CompareOrdinal(text, i, NotationText.BetweenLanguages, 0, 3) != 0)
                continue;
            (name["zh"], name["en"]) = (NotationText.Unquote(text[..i]), NotationText.Unquote(text[(i + 3)..]));
            return name;
        }
        name["zh"] = NotationText.Unquote(text);
        return name;
    }

    private static string Short(string text) => text.Length > LongestQuoted ? text[..LongestQuoted] + "…" : text;
}
