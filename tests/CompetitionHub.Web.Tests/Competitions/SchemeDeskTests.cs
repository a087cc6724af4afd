using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions.SchemeEditing;

namespace CompetitionHub.Web.Tests.Competitions;

public sealed class SchemeDeskTests
{
    public static TheoryData<string> Presets => [.. SchemePresets.All.Select(preset => preset.Key)];

    [Theory, MemberData(nameof(Presets))]
    public void Draft_OfAScheme_ReadsBackAsTheSameScheme(string preset)
    {
        var scheme = PresetSchemes.Of(preset) with { Note = new("说明", "Note"), Rounding = new() { Aspect = new(3, RoundingMode.Truncate), Total = new(2) } };

        var desk = new SchemeDesk(scheme);

        Assert.Equal(SchemeJson.Write(scheme), SchemeJson.Write(desk.Scheme));
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public void Typed_NumberThatIsNone_IsAProblemAtItsPlaceAndForbidsSaving()
    {
        var desk = new SchemeDesk(PresetSchemes.TrimmedPanel);
        desk.Draft.Aspects.First()["maximum"] = "9,5";
        desk.Draft.Forms.First()["judges"] = "2.5";
        desk.Typed();

        Assert.True(desk.IsRefused);
        Assert.Equal("Common.ScoreComma", desk.Problems.Single(p => p.Path == "stages[0].modules[0].forms[0].aspects[0].maximum").Error.Code);
        Assert.Equal("Competitions.SchemeWholeOutOfRange", desk.Problems.Single(p => p.Path == "stages[0].modules[0].forms[0].judges").Error.Code);
    }

    [Fact]
    public void Typed_TotalOffTheFullMark_IsUnfinishedButCanBeSaved()
    {
        var desk = new SchemeDesk(PresetSchemes.MeasurementList);
        desk.Draft.Root["full_mark"] = "90";
        desk.Typed();

        Assert.False(desk.IsRefused);
        Assert.Equal("Competitions.SchemeTotalNotFullMark", Assert.Single(desk.Problems).Error.Code);
        desk.Draft.Root["full_mark"] = "";
        desk.Typed();
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public void Add_Parts_GetFreeKeysAndContinueTheListAbove()
    {
        var desk = new SchemeDesk(PresetSchemes.TheoryAndPractice);
        desk.Add(SchemeLevel.Form, desk.Draft.Forms.First(f => f.Key == "B2"));
        desk.Add(SchemeLevel.Module, desk.Draft.Modules.First(m => m.Key == "B"));
        desk.Add(SchemeLevel.Stage, desk.Draft.Stages[0]);
        desk.AddStage();

        Assert.Equal("binary", desk.Draft.Aspects.Single(a => a.Key == "B2-4").Group("rule")["kind"]);
        Assert.Contains(desk.Draft.Forms, f => f.Key == "B3");
        Assert.Equal(["A", "B", "C", "D"], desk.Draft.Modules.Select(m => m.Key));
        Assert.Equal(["S1", "S2"], desk.Draft.Stages.Select(s => s.Key));
        Assert.DoesNotContain(desk.Problems, p => p.Error.Code == "Competitions.SchemeDuplicateKey");
        Assert.False(desk.IsRefused);
    }

    [Theory, InlineData("zh-CN", "模块C", "模块C"), InlineData("en", "Module C", "Module C")]
    public void Add_PartsAreNamedInTheLanguageOfTheEditor_AndReadInTheOther(string culture, string zh, string en)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var desk = new SchemeDesk(PresetSchemes.TheoryAndPractice);

        desk.Add(SchemeLevel.Stage, desk.Draft.Stages[0]);

        var name = desk.Scheme.AllModules().Single(module => module.Key == "C").Name;
        Assert.Equal((zh, en), (name.In("zh"), name.In("en")));
        Assert.Contains("", new[] { name.Zh, name.En });
        Assert.False(desk.IsRefused);
    }

    [Fact]
    public void WeightsFit_OnlyWhenTheySumToOne()
    {
        var desk = new SchemeDesk(PresetSchemes.TheoryAndPractice);
        Assert.True(desk.WeightsFit);

        desk.Draft.Modules.First()["weight"] = "1";
        desk.Typed();

        Assert.False(desk.WeightsFit);
        Assert.False(desk.IsRefused);
    }

    [Fact]
    public void Remove_Module_TakesItsTieBreakAlong_AndUndoBringsBothBack()
    {
        var desk = new SchemeDesk(PresetSchemes.TheoryAndPractice);
        var before = SchemeJson.Write(desk.Scheme);

        desk.Remove(desk.Draft.Stages[0].Rows("modules"), desk.Draft.Modules.First(m => m.Key == "B"));
        Assert.Equal(["A"], desk.Draft.TieBreaks.Select(tie => tie["key"]));
        Assert.True(desk.CanUndo);
        desk.Undo();

        Assert.Equal(before, SchemeJson.Write(desk.Scheme));
        Assert.False(desk.CanUndo);
    }

    [Fact]
    public void Undo_Typing_GoesBackFieldByField_AlsoPastWhatCouldNotBeRead()
    {
        var desk = new SchemeDesk(PresetSchemes.Plain);
        foreach (var text in new[] { "50", "fifty", "60" })
        {
            desk.Draft.Aspects.Single()["maximum"] = text;
            desk.Typed();
        }

        desk.Undo();
        Assert.Equal("fifty", desk.Draft.Aspects.Single()["maximum"]);
        Assert.True(desk.IsRefused);
        desk.Undo();
        desk.Undo();
        Assert.Equal("100", desk.Draft.Aspects.Single()["maximum"]);
        Assert.False(desk.CanUndo);
    }

    [Theory, MemberData(nameof(Presets))]
    public void Text_Restored_IsTheSameDraft(string preset)
    {
        var desk = new SchemeDesk(PresetSchemes.Of(preset));

        Assert.Equal(desk.Text, SchemeDraft.Restore(desk.Text)!.Keep());
        Assert.False(desk.IsChanged);
    }

    [Fact]
    public void Text_WithWhatCannotBeRead_BringsBackWhatWasTyped()
    {
        var desk = new SchemeDesk(PresetSchemes.TrimmedPanel);
        desk.Draft.Forms.First()["judges"] = "1000";
        desk.Draft.Aspects.First()["maximum"] = "9,5";
        desk.Draft.Aspects.First()["key"] = "";
        desk.Draft.Root["full_mark"] = "hundred";
        desk.Draft.Aspects.Last().Group("rule")["kind"] = "stepped";
        desk.Draft.Aspects.Last().Group("rule")["points"] = "0 2 x";
        desk.Typed();

        var other = new SchemeDesk(PresetSchemes.TrimmedPanel);
        other.Replace(SchemeDraft.Restore(desk.Text)!);

        Assert.True(other.IsChanged);
        Assert.Equal(("1000", "hundred"), (other.Draft.Forms.First()["judges"], other.Draft.Root["full_mark"]));
        Assert.Equal("9,5", other.Draft.Aspects.First()["maximum"]);
        Assert.Equal("0 2 x", other.Draft.Aspects.Last().Group("rule")["points"]);
        Assert.Equal(desk.Problems, other.Problems);
    }

    [Theory, InlineData(""), InlineData("{"), InlineData("[]"), InlineData("null"), InlineData("{\"stages\":7}"), InlineData("{\"awards\":[{\"awards\":[{\"quota\":{}}]}]}")]
    public void Restore_TextThatIsNoDraft_IsNone(string text) => Assert.Null(SchemeDraft.Restore(text));

    [Fact]
    public void IsChanged_UntilSavedOrUndone()
    {
        var desk = new SchemeDesk(PresetSchemes.Plain);
        desk.AddStage();
        desk.Draft.Aspects.First()["maximum"] = "x";
        desk.Typed();
        Assert.True(desk.IsChanged);

        desk.Undo();
        desk.Undo();
        Assert.False(desk.IsChanged);

        desk.AddStage();
        desk.Saved();
        Assert.False(desk.IsChanged);
        desk.Undo();
        Assert.True(desk.IsChanged);
    }

    [Fact]
    public void Choose_AnotherRuleAndBack_KeepsWhatWasTyped()
    {
        var desk = new SchemeDesk(PresetSchemes.MeasurementList);
        var rule = desk.Draft.Aspects.Single(a => a.Key == "A1-3").Group("rule");
        foreach (var word in new[] { "binary", "deduction_per_fault" })
        {
            rule["kind"] = word;
            rule.Fill(SchemeSettings.Rule.In(rule));
            desk.Typed();
        }

        Assert.Equal(new DeductionPerFault(Score.Points(2)), desk.Scheme.AllAspects().Single(a => a.Key == "A1-3").Rule);
    }

    [Fact]
    public void Move_Aspect_ChangesTheOrderOnly()
    {
        var desk = new SchemeDesk(PresetSchemes.MeasurementList);
        var form = desk.Draft.Forms.Single();
        var aspects = form.Rows("aspects");
        desk.Move(aspects, aspects[0], 1);
        desk.Move(aspects, aspects[3], 5);

        Assert.Equal(["A1-2", "A1-1", "A1-3", "A1-4"], desk.Scheme.AllAspects().Select(a => a.Key));
    }
}
