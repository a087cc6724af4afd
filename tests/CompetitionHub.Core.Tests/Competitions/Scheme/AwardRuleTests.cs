using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

/// <summary>The sections scale, advancement and awards of a scheme document: read, written, checked.</summary>
public sealed class AwardRuleTests
{
    private static readonly Limits Sixty = new(Points("60"), null);

    private static readonly MarkingScheme Whole = Plain with
    {
        Scale = new() { Method = ScaleMethod.Classic, Centre = Points("500"), Spread = Points("12.5"), Decimals = 1, Minimum = Points("1"), Maximum = Points("999"), Deviation = Deviation.Sample },
        Advancement = new()
        {
            To = new("省决赛", "Provincial final"),
            Quota = Share("1", ShareRounding.Ceiling, "12"),
            Base = FieldBase.Ranked,
            Ties = TieRule.Comparators,
            Require = [new RankCondition(9), new PartCondition(SchemeLevel.Form, "f", Sixty), new PartCondition(SchemeLevel.Stage, "final", new(null, Points("70")))],
            PerDelegation = 2,
            Reserves = 3,
        },
        Awards =
        [
            new()
            {
                Key = "medals",
                Name = Name("medals"),
                Base = FieldBase.Registered,
                Ties = TieRule.Exclude,
                Medals = new() { Tolerance = Points("1.5"), Chain = MedalChain.First, SilverFrom = 5, BronzeFrom = 6 },
                Awards =
                [
                    Award("gold", new MedalQuota()), Award("silver", new MedalQuota()), Award("bronze", new MedalQuota()),
                    Award("medallion", new EveryoneQuota(), new ScaleCondition(new(Points("500"), null)), new FullMarksCondition(1)),
                ],
            },
            new()
            {
                Key = "titles",
                Name = Name("titles"),
                Awards =
                [
                    Award("first", new FieldSizeQuota([new(null, 9, 1), new(10, null, 2)]), new TotalCondition(Sixty)),
                    Award("second", new CutOffQuota(Points("25"), Points("100"))),
                    Award("third", new CutOffQuota(null, Points("100"))),
                    Award("fourth", new NumberQuota(3), new PartCondition(SchemeLevel.Module, "m", Sixty), new PartCondition(SchemeLevel.Aspect, "a", new(Points("1"), Points("2")))) with { FromTop = true },
                ],
            },
        ],
    };

    [Fact]
    public void Document_WithEveryRule_ReadsBackTheSame()
    {
        Assert.Empty(SchemeRules.Check(Whole));
        var text = SchemeJson.Write(Whole);
        Assert.Equal(text, SchemeJson.Write(SchemeJson.Read(text).Value));
        foreach (var word in QuotaWords.All)
            Assert.Contains($"\"kind\": \"{word}\"", text + SchemeJson.Write(Plain with { Awards = [Group(TieRule.Include, Award("x", Share("10", ShareRounding.Half)))] }), StringComparison.Ordinal);
        foreach (var word in AwardConditionWords.All)
            Assert.Contains($"\"by\": \"{word}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_WithoutTheSections_HasNoneOfThem()
    {
        var read = SchemeJson.Read(SchemeJson.Write(Plain)).Value;
        Assert.Null(read.Scale);
        Assert.Null(read.Advancement);
        Assert.Empty(read.Awards);
    }

    public static TheoryData<string, string> BadDocuments => new()
    {
        { """ "awards": [{ "key": "a", "name": {}, "awards": [{ "key": "b", "name": {}, "quota": { "kind": "lottery" } }] }] """, "awards[0].awards[0].quota.kind" },
        { """ "awards": [{ "key": "a", "name": {}, "awards": [{ "key": "b", "name": {}, "quota": { "kind": "number", "count": 0 } }] }] """, "awards[0].awards[0].quota.count" },
        { """ "awards": [{ "key": "a", "name": {}, "ties": "maybe", "awards": [] }] """, "awards[0].ties" },
        { """ "advancement": { "quota": { "kind": "number", "count": 1, "of": 3 } } """, "advancement.quota.of" },
        { """ "advancement": { "quota": { "kind": "everyone" }, "require": [{ "by": "height" }] } """, "advancement.require[0].by" },
        { """ "scale": { "method": "magic" } """, "scale.method" },
    };

    [Theory, MemberData(nameof(BadDocuments))]
    public void Document_WithNonsense_IsRefusedWithItsPath(string section, string path)
    {
        var text = SchemeJson.Write(Plain).TrimEnd('}', '\n', ' ') + "," + section + "}";
        Assert.Equal(path, Assert.Single(SchemeJson.Read(text).Errors).Field);
    }

    public static TheoryData<string, string, string> Contradictions => new()
    {
        { "shares", "awards[0].awards", "Awards.SharesTooLarge" },
        { "share", "awards[0].awards[0].quota.part", "Awards.ShareTooLarge" },
        { "share-of-0", "awards[0].awards[0].quota.of", "Awards.NotPositive" },
        { "share-0", "awards[0].awards[0].quota.part", "Awards.NotPositive" },
        { "cut-off", "awards[0].awards[0].quota.part", "Awards.ShareTooLarge" },
        { "from-top", "awards[0].awards[1].quota.part", "Awards.FromTopNotMore" },
        { "from-top-number", "awards[0].awards[1].quota.count", "Awards.FromTopNotMore" },
        { "off-scale", "awards[0].awards[0].require[0].at_least", "Awards.OffScale" },
        { "under-scale", "awards[0].awards[0].require[0].at_most", "Awards.OffScale" },
        { "centre", "scale.centre", "Awards.OffScale" },
        { "none", "awards[0].awards", "Awards.NoAwards" },
        { "no-rows", "awards[0].awards[0].quota.rows", "Awards.NoRows" },
        { "row", "awards[0].awards[0].quota.rows[0].to", "Awards.RowEmpty" },
        { "overlap", "awards[0].awards[0].quota.rows[1].from", "Awards.RowsOverlap" },
        { "medal", "awards[0].awards[0].quota.kind", "Awards.MedalMisplaced" },
        { "no-scale", "awards[0].awards[0].require[0].by", "Awards.NoScale" },
        { "no-limit", "awards[0].awards[0].require[0].at_least", "Awards.NoLimit" },
        { "limits", "awards[0].awards[0].require[0].at_most", "Awards.LimitsCross" },
        { "part", "awards[0].awards[0].require[0].key", "Awards.PartUnknown" },
        { "full", "awards[0].awards[0].require[0].count", "Awards.TooFewAspects" },
        { "twice", "awards[0].awards[1].key", "Competitions.SchemeDuplicateKey" },
        { "advancement", "advancement.quota.kind", "Awards.NotForAdvancement" },
        { "scale", "scale.maximum", "Awards.ScaleEmpty" },
        { "spread", "scale.spread", "Awards.NotPositive" },
    };

    [Theory, MemberData(nameof(Contradictions))]
    public void Check_Contradiction_IsRefusedAtItsPlace(string kind, string path, string code)
    {
        var problem = Assert.Single(SchemeRules.Check(Contradiction(kind)));
        Assert.Equal((path, SchemeSeverity.Refused, code), (problem.Path, problem.Severity, problem.Error.Code));
    }

    [Fact]
    public void Check_AtTheEnds_HasNoProblem()
    {
        Assert.Empty(SchemeRules.Check(With(Award("a", Share("100", ShareRounding.Floor)))));
        Assert.Empty(SchemeRules.Check(With(Award("a", Share("12", ShareRounding.Floor, "12")))));
        Assert.Empty(SchemeRules.Check(With(Award("a", Share("0.000001", ShareRounding.Floor, "0.5")))));
        Assert.Empty(SchemeRules.Check(With(Award("a", new EveryoneQuota(), new TotalCondition(new(Points("60"), Points("60"))), new FullMarksCondition(1), new RankCondition(1)))));
        Assert.Empty(SchemeRules.Check(With(Award("a", new FieldSizeQuota([new(1, 4, 1), new(5, 5, 2), new(6, null, 3)])))));
    }

    [Theory] // the smallest field that no row holds
    [InlineData(1, 2, null)]
    [InlineData(6, 1, 5)]
    [InlineData(null, 1, null)]
    public void FirstGap_OfATable_IsTheSmallestFieldWithoutARow(int? gap, int from, int? to) => Assert.Equal(gap, new FieldSizeQuota([new(from, to, 1)]).FirstGap());

    [Theory]
    [InlineData(9, "number 3, share 2 of 2.25, field_size 1, medal 1, everyone Unlimited, cut_off Undefined")]
    [InlineData(10, "number 3, share 2 of 2.5, field_size Undefined, medal 1, everyone Unlimited, cut_off Undefined")]
    public void Places_OfEveryQuota_AreThoseOfTheField(int field, string places)
    {
        Quota[] quotas = [new NumberQuota(3), Share("25", ShareRounding.Floor), new FieldSizeQuota([new(null, 9, 1), new(11, null, 2)]), new MedalQuota(), new EveryoneQuota(), new CutOffQuota(Points("5"), Points("100"))];
        Assert.Equal(places, string.Join(", ", quotas.Select(quota => (quota.Word, Of: quota.Of(field))).Select(quota =>
            $"{quota.Word} {(quota.Of.Kind == PlacesKind.Limited ? quota.Of.Count : quota.Of.Kind)}{(quota.Of.Exact is { } exact ? $" of {ScoreText.Format(exact)}" : "")}")));
    }

    [Fact]
    public void FirstGap_OfSeveral_IsTheSmallest() => Assert.Equal(2, new FieldSizeQuota([new(1, 1, 1), new(3, 3, 1), new(5, null, 1)]).FirstGap());

    [Fact]
    public void Share_OfNothing_IsRefused() => Assert.Contains(
        SchemeRules.Check(With(Award("a", Share("1", ShareRounding.Floor, "0")))), problem => problem.Path == "awards[0].awards[0].quota.of" && problem.Error.Code == "Awards.NotPositive");

    [Fact]
    public void Document_WritesOnlyWhatIsSaid()
    {
        var text = SchemeJson.Write(Plain with { Scale = new(), Awards = [Group(TieRule.Include, Award("a", new MedalQuota()), Award("b", Share("10", ShareRounding.Floor))) with { Medals = new() }] });
        Assert.All(["silver_from", "bronze_from", "\"of\": 100", "from_top", "require"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.Contains("\"tolerance\": 2", text, StringComparison.Ordinal);
        var small = SchemeJson.Write(Plain with { Scale = new(), Awards = [Group(TieRule.Include, Award("a", new MedalQuota())) with { Medals = new() { SilverFrom = 1, BronzeFrom = 1 } }] });
        Assert.All(["\"silver_from\": 1", "\"bronze_from\": 1"], word => Assert.Contains(word, small, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_GapInATable_IsOnlyAdvice() // domain.md §2.11: Anhui says nothing about ten entries
    {
        var problem = Assert.Single(SchemeRules.Check(With(Award("a", new FieldSizeQuota([new(null, 9, 1), new(11, 30, 2), new(31, null, 3)])))));
        Assert.Equal((SchemeSeverity.Advice, AwardRuleErrors.FieldSizeGap(10)), (problem.Severity, problem.Error));
    }

    [Fact]
    public void Check_NumberFromTheTopAfterAConditionOrFewerAbove_IsNoContradiction()
    {
        Assert.Empty(SchemeRules.Check(With(Award("a", new NumberQuota(1), new TotalCondition(Sixty)), Award("b", new NumberQuota(1)) with { FromTop = true })));
        Assert.Empty(SchemeRules.Check(With(Award("a", new NumberQuota(3)), Award("b", new NumberQuota(10)) with { FromTop = true })));
    }

    [Theory]
    [InlineData("1000", null)]
    [InlineData("1001", "1000")]
    public void Check_LimitAboveTheFullMark_IsAdvice(string least, string? full)
    {
        var limits = new Limits(Points(least), null);
        foreach (var condition in new AwardCondition[] { new TotalCondition(limits), new PartCondition(SchemeLevel.Module, "m", limits), new PartCondition(SchemeLevel.Form, "f", limits), new PartCondition(SchemeLevel.Stage, "final", limits) })
        {
            var problems = SchemeRules.Check(With(Award("a", new EveryoneQuota(), condition)));
            Assert.Equal(
                full is null ? [] : [new("awards[0].awards[0].require[0].at_least", SchemeSeverity.Advice, AwardRuleErrors.AboveFullMark(full))], problems);
        }
    }

    private static MarkingScheme Contradiction(string kind) => kind switch
    {
        "shares" => With(Award("a", Share("60", ShareRounding.Floor)), Award("b", Share("50", ShareRounding.Floor))),
        "share" => With(Award("a", Share("101", ShareRounding.Floor)) with { FromTop = true }),
        "share-0" => With(Award("a", Share("0", ShareRounding.Floor))),
        "share-of-0" => With(Award("a", new ShareQuota(Points("60"), Points("0"), ShareRounding.Floor))),
        "cut-off" => With(Award("a", new CutOffQuota(Points("13"), Points("12")))),
        "from-top" => With(Award("a", Share("30", ShareRounding.Floor)) with { FromTop = true }, Award("b", Share("30", ShareRounding.Floor)) with { FromTop = true }),
        "from-top-number" => With(Award("a", new NumberQuota(3)), Award("b", new NumberQuota(3)) with { FromTop = true }),
        "off-scale" => With(Award("a", new EveryoneQuota(), new ScaleCondition(new(Points("1001"), null)))) with { Scale = new() },
        "under-scale" => With(Award("a", new EveryoneQuota(), new ScaleCondition(new(null, Points("-1"))))) with { Scale = new() },
        "centre" => Plain with { Scale = new() { Maximum = Points("699") } },
        "none" => With(),
        "no-rows" => With(Award("a", new FieldSizeQuota([]))),
        "row" => With(Award("a", new FieldSizeQuota([new(5, 4, 1)]))),
        "overlap" => With(Award("a", new FieldSizeQuota([new(null, 5, 1), new(5, null, 2)]))),
        "medal" => With(Award("a", new MedalQuota())),
        "no-scale" => With(Award("a", new EveryoneQuota(), new ScaleCondition(Sixty))),
        "no-limit" => With(Award("a", new EveryoneQuota(), new TotalCondition(new(null, null)))),
        "limits" => With(Award("a", new EveryoneQuota(), new TotalCondition(new(Points("2"), Points("1"))))),
        "part" => With(Award("a", new EveryoneQuota(), new PartCondition(SchemeLevel.Module, "x", Sixty))),
        "full" => With(Award("a", new EveryoneQuota(), new FullMarksCondition(2))),
        "twice" => With(Award("a", new EveryoneQuota()), Award("A", new EveryoneQuota())),
        "advancement" => Plain with { Advancement = new() { Quota = new CutOffQuota(null, Points("100")) } },
        "scale" => Plain with { Scale = new() { Minimum = Points("1000") } },
        _ => Plain with { Scale = new() { Spread = Score.Zero } },
    };

    private static MarkingScheme With(params Award[] awards) => Plain with { Awards = [Group(TieRule.Include, awards)] };
}
