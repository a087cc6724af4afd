using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Competitions.Spreadsheet;

/// <summary>What goes out as a spreadsheet comes back as the same scheme, to the last character of its document.</summary>
public sealed class RoundTripTests
{
    private static readonly ISchemeWords Words = Sheets.Words[0];

    public static TheoryData<string> Keys => [.. SchemePresets.All.Select(preset => preset.Key)];

    public static TheoryData<string> Rules => [.. AspectRuleWords.All];

    [Theory, MemberData(nameof(Keys))]
    public Task Preset_AsXlsxAndCsv_ComesBack(string key) => AssertComesBackAsync(PresetSchemes.Of(key), key);

    [Theory, MemberData(nameof(Rules))]
    public Task Rule_WithEverySettingSet_ComesBack(string word)
    {
        var draft = SchemeDraft.Of(PresetSchemes.Plain);
        draft.Aspects.First().Set("rule", Sample.Of(SchemeSettings.Rule, word));
        return AssertComesBackAsync(draft.Read().Scheme, word);
    }

    [Fact]
    public async Task Random_SixHundredSchemes_ComeBack()
    {
        for (var seed = 1; seed <= 600; seed++)
            await AssertComesBackAsync(RandomContest.Of(seed).Scheme, $"seed {seed}");
    }

    [Fact]
    public async Task Awards_ScaleAndAdvancement_ComeBack()
    {
        var draft = SchemeDraft.Of(PresetSchemes.Of("national"));
        foreach (var section in AwardSettings.Sections.Where(section => section.Kind == SettingKind.Group))
            draft.Root.Set(section.Name, Sample.Of(section));
        var awards = AwardSettings.Sections.Single(section => section.Name == "awards");
        draft.Root.Rows("awards").Add(Sample.Of(awards));
        await AssertComesBackAsync(draft.Read().Scheme, "awards");
    }

    [Fact]
    public async Task Names_WithEverySignOfTheNotation_ComeBack()
    {
        var odd = new LocalText("甲；“乙”（丙）| 丁，[戊]=…\"己\"", "a; b / c | d, [e]=\"f\" 'g'\nsecond line");
        var preset = PresetSchemes.Of("national");
        var scheme = preset with
        {
            Note = odd,
            Stages =
            [
                preset.Stages[0] with
                {
                    Name = new("=1+1", "@x"),
                    Modules =
                    [
                        .. preset.Stages[0].Modules.Select(module => module with
                        {
                            Name = odd,
                            Forms = [.. module.Forms.Select(form => form with
                            {
                                Aspects = [.. form.Aspects.Select(aspect => aspect with
                                {
                                    Name = new("'-x", "-"),
                                    Rule = aspect.Rule is Judgement rule ? rule with { Benchmarks = [new(0, odd), new(1, new("", "only / english")), new(2, new("/x", "")), new(3, new("…", "y/"))] } : aspect.Rule,
                                })],
                            })],
                        }),
                    ],
                },
            ],
        };

        await AssertComesBackAsync(scheme, "names");
    }

    [Fact]
    public async Task PartsWithoutParts_ComeBack()
    {
        var plain = PresetSchemes.Plain;
        var module = plain.Stages[0].Modules[0];
        await AssertComesBackAsync(plain with
        {
            Stages =
            [
                plain.Stages[0] with { Modules = [module, module with { Key = "B", Forms = [] }, module with { Key = "C", Forms = [new() { Key = "C1", Name = new("空", "") }] }] },
                new() { Key = "S2", Name = new("空", "Empty") },
            ],
        }, "empty parts");
    }

    [Fact]
    public async Task Cell_LongerThanASpreadsheetHolds_IsKeptFromThePresentScheme()
    {
        var plain = PresetSchemes.Plain;
        ValueList<RankBand> table = [.. Enumerable.Range(1, 1_000).Select(rank => new RankBand(rank, rank, new Score((rank * Score.Unit) + 125_000)))];
        var aspect = plain.AllAspects().First() with { Maximum = null, Rule = new RankPoints(TieBreakOrder.HigherFirst, table, Score.Zero) };
        var scheme = Replace(plain, aspect) with { FullMark = null };

        var bytes = SchemeSheet.Xlsx(scheme, Words);
        var same = await Sheets.ReadAsync(bytes, scheme);
        var other = await Sheets.ReadAsync(bytes, plain);

        Assert.Equal(SchemeJson.Write(scheme), SchemeJson.Write(same.Scheme));
        // Nothing to keep it from: said, not lost.
        Assert.Contains(Sheets.Wrong(other), wrong => wrong.Column == "aspect.settings");
    }

    private static MarkingScheme Replace(MarkingScheme scheme, Aspect aspect)
    {
        var module = scheme.Stages[0].Modules[0];
        return scheme with { Stages = [scheme.Stages[0] with { Modules = [module with { Forms = [module.Forms[0] with { Aspects = [aspect] }] }] }] };
    }

    private static async Task AssertComesBackAsync(MarkingScheme scheme, string what)
    {
        // Over another scheme everything has to come from the file; a csv has the parts only.
        var other = scheme.Stages.Count == 1 && scheme.AllModules().Count() == 1 ? PresetSchemes.Of("works-vote") : PresetSchemes.Plain;
        await AssertSameAsync(SchemeSheet.Xlsx(scheme, Words), other, scheme, "scheme.xlsx", what);
        await AssertSameAsync(SchemeSheet.Csv(scheme, Words), scheme with { Stages = other.Stages }, scheme, "scheme.csv", what);
        Assert.True((await Sheets.ReadAsync(SchemeSheet.Xlsx(scheme, Words), scheme)).IsSame, what);
    }

    private static async Task AssertSameAsync(byte[] file, MarkingScheme present, MarkingScheme expected, string name, string what)
    {
        var read = await Sheets.ReadAsync(file, present, name);
        var unreadable = read.Problems.Where(problem => problem.Error.Code.StartsWith("Competitions.Sheet", StringComparison.Ordinal) || problem.Error.Code.StartsWith("Common.", StringComparison.Ordinal));
        Assert.True(!unreadable.Any(), $"{what}: {string.Join('\n', unreadable)}");
        Assert.True(SchemeJson.Write(expected) == SchemeJson.Write(read.Scheme), $"{what}, {name}:\n{SchemeJson.Write(expected)}\n{SchemeJson.Write(read.Scheme)}");
    }
}
