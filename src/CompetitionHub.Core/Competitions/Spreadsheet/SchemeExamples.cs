using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>A scheme with one example of every way of marking, for the template: each as the editor begins it, with the aspects that it reads.</summary>
public static class SchemeExamples
{
    /// <summary>The examples in a language; nothing in them contradicts itself.</summary>
    public static MarkingScheme Of(ISchemeWords words)
    {
        var draft = SchemeDraft.Of(new MarkingScheme { FullMark = null });
        var stage = Part(SchemeLevel.Stage, "S1", words.Text("Sheet.Example.Stage"), words);
        var module = Part(SchemeLevel.Module, "A", words.Text("Sheet.Example.Module"), words);
        foreach (var (group, place) in AspectRuleSettings.Family.Rules.GroupBy(rule => rule.Group).OrderBy(group => group.Key).Select((group, place) => (group, place + 1)))
        {
            var form = Part(SchemeLevel.Form, $"A{place}", words.Text($"RuleGroup.{group.Key}"), words);
            form["judges"] = group.Key == RuleGroup.Elsewhere ? "0" : "3";
            foreach (var rule in group)
                form.Rows("aspects").AddRange(Aspects(rule, form.Key, form.Rows("aspects").Count, words));
            module.Rows("forms").Add(form);
        }
        stage.Rows("modules").Add(module);
        draft.Stages.Add(stage);
        return draft.Read().Scheme;
    }

    // The aspect, and the recorded numbers that its rule reads.
    private static IEnumerable<DraftObject> Aspects(RuleSettings rule, string form, int before, ISchemeWords words)
    {
        var aspect = Part(SchemeLevel.Aspect, $"{form}-{before + 1}", words.Rule("Rule", rule.Word), words);
        var made = DraftObject.New(SchemeSettings.Rule, rule.Word);
        aspect.Set("rule", made);
        aspect["maximum"] = rule.Unused.Contains("maximum") ? "" : "10";
        foreach (var inner in rule.Settings.Where(setting => setting is { Kind: SettingKind.Rows, Least: > 1 }))
        {
            // Values of a table ascend.
            foreach (var (row, place) in made.Rows(inner.Name).Select((row, place) => (row, place)))
                row["value"] = row["points"] = (place * 10).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        foreach (var band in made.Rows("bands"))
            (band["from"], band["to"]) = ("19.95", "20.05");
        foreach (var read in rule.Settings.Where(setting => setting is { Kind: SettingKind.Part, IsRequired: true }))
        {
            var info = Part(SchemeLevel.Aspect, aspect.Key + "b", words.Label($"Rule.{rule.Word}", read.Name), words);
            info.Set("rule", DraftObject.New(SchemeSettings.Rule, DirectPoints.RuleWord));
            (info["step"], info["role"]) = ("1", "info");
            made[read.Name] = info.Key;
            yield return info;
        }
        yield return aspect;
    }

    private static DraftObject Part(SchemeLevel level, string key, string name, ISchemeWords words)
    {
        var part = new DraftObject { ["key"] = key };
        part.Group("name")[words.Language] = name;
        part.Fill(SchemeSettings.Of(level));
        return part;
    }
}
