using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

/// <summary>Something else than the default in every setting, so that one that is not read is seen.</summary>
internal static class Sample
{
    /// <summary>An object, of the rule with this word where there is a choice, with everything set.</summary>
    public static DraftObject Of(Setting setting, string word = "")
    {
        var made = DraftObject.New(setting, word);
        foreach (var inner in setting.In(made))
            Fill(made, inner);
        return made;
    }

    /// <summary>Sets one setting.</summary>
    public static void Fill(DraftObject value, Setting setting)
    {
        switch (setting.Kind)
        {
            case SettingKind.Score:
                value[setting.Name] = "7.25";
                break;
            case SettingKind.Scores:
                value[setting.Name] = "3 2.5";
                break;
            case SettingKind.Whole:
                value[setting.Name] = setting.Default == "2" ? "3" : "2";
                break;
            case SettingKind.Choice:
                value[setting.Name] = setting.Words[^1];
                break;
            case SettingKind.Flag:
                value[setting.Name] = "true";
                break;
            case SettingKind.Text or SettingKind.Part or SettingKind.Parts:
                value[setting.Name] = "K1";
                break;
            case SettingKind.Name:
                (value.Group(setting.Name)["zh"], value.Group(setting.Name)["en"]) = ("中", "en");
                break;
            case SettingKind.Group:
                value.Set(setting.Name, Of(setting, setting.Words.Count > 0 ? setting.Words[0] : setting.Family?.Rules[0].Word ?? ""));
                break;
            case SettingKind.Rows:
                value.Rows(setting.Name).Add(Of(setting, setting.Family?.Rules[0].Word ?? ""));
                break;
        }
    }
}
