using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;

namespace CompetitionHub.Web.Tests.Competitions;

/// <summary>The preview's made-up marks: allowed by every rule, and enough for a total.</summary>
public sealed class SampleMarksTests
{
    public static TheoryData<string> Words => [.. AspectRuleWords.All];

    public static TheoryData<string> Presets => [.. SchemePresets.All.Select(preset => preset.Key)];

    [Theory, MemberData(nameof(Presets))]
    public void ToField_OfAPreset_GivesACompleteTotal(string preset)
    {
        var scheme = PresetSchemes.Of(preset);

        var result = Calculate(scheme, new(), 1)[0];

        Assert.True(result.IsComplete);
        Assert.True(result.Total > Fraction.Zero && (scheme.FullMark is not { } full || result.Total <= full.ToFraction()));
    }

    [Theory, MemberData(nameof(Words))]
    public void ToField_EveryRule_AsTheEditorBeginsIt_GivesEveryEntryPoints(string word)
    {
        var scheme = OfRule(word);
        var compiled = CompiledScheme.Compile(scheme);

        var results = Calculate(scheme, new(), 4);

        Assert.All(results, result => Assert.True(result is { IsComplete: true, Unusable: 0, Total: not null }));
        Assert.Equal(compiled.DependsOnField ? 4 : 1, SampleMarks.UsualEntries(compiled));
        Assert.True(results.Select(result => result.Total).Distinct().Count() > 1, "all sample entries are equal");
    }

    [Fact]
    public void ToField_WordsAndEmptyFields_AreStates_WrongNumbersAreLeftOut()
    {
        var scheme = PresetSchemes.TrimmedPanel;
        var aspect = scheme.AllAspects().First();
        var sample = new SampleMarks();
        string[] texts = ["41", "", "na", "JA", "F"];
        foreach (var (text, seat) in texts.Select((text, i) => (text, i + 1)))
        {
            sample[scheme, 0, aspect, seat] = text;
        }

        var marks = sample.ToField(scheme, 1)[0].Marks.Where(mark => mark.AspectKey == aspect.Key).ToDictionary(mark => mark.Seat, mark => mark.State);

        Assert.NotNull(sample.Check(scheme, 0, aspect, 1));
        Assert.Null(sample.Check(scheme, 0, aspect, 2));
        Assert.Equal([(3, MarkState.NotAttempted), (4, MarkState.JudgeAbsent), (5, MarkState.Failed)], marks.Select(mark => (mark.Key, mark.Value)));
    }

    private static List<EntryResult> Calculate(MarkingScheme scheme, SampleMarks sample, int entries)
    {
        var compiled = CompiledScheme.Compile(scheme);
        var field = sample.ToField(scheme, entries);
        var calculator = new EntryCalculator(compiled, FieldContext.Gather(compiled, field));
        return [.. field.Select(calculator.Calculate)];
    }

    // The rule with its defaults, and beside it a number that it may read and points that set its own in proportion.
    private static MarkingScheme OfRule(string word)
    {
        var scheme = Schemes.OneForm(3, Schemes.Aspect("X", new DirectPoints()), Schemes.Aspect("I", new DirectPoints(), null) with { Role = AspectRole.Info });
        var draft = SchemeDraft.Of(scheme with { FullMark = null });
        var rule = DraftObject.New(SchemeSettings.Rule, word);
        foreach (var setting in SchemeSettings.Rule.In(rule).Where(setting => setting is { Kind: SettingKind.Part, IsRequired: true }))
        {
            rule[setting.Name] = "I";
        }
        foreach (var (row, i) in rule.Rows("knots").Select((row, i) => (row, i)))
        {
            (row["value"], row["points"]) = ($"{10 * i}", $"{5 * i}");
        }
        foreach (var row in rule.Rows("bands"))
        {
            (row["from"], row["to"]) = ("9.9", "10.1");
        }
        foreach (var table in rule.Rows("tables"))
        {
            table.Rows("points").Add(table.Rows("points")[0].Another());
            (table.Rows("points")[1]["mark"], table.Rows("points")[1]["points"]) = ("1", "2");
        }
        var aspect = draft.Aspects.First();
        aspect.Set("rule", rule);
        foreach (var unused in AspectRuleSettings.Family.Find(word)!.Unused)
        {
            aspect[unused] = unused == "minimum" ? "0" : "";
        }
        var (read, problems) = draft.Read();
        Assert.Empty(problems.Where(problem => problem.Severity == SchemeSeverity.Refused).Select(problem => $"{problem.Path}: {problem.Error}"));
        return read;
    }
}
