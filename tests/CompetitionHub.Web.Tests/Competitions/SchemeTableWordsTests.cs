using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.Spreadsheet;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Web.Tests.Competitions;

/// <summary>Spreadsheets in the words of people: each language is understood, and nothing in it can be mistaken for something else.</summary>
public sealed class SchemeTableWordsTests
{
    private static readonly IReadOnlyList<ISchemeWords> Both =
        new ServiceCollection().AddLogging().AddTexts().AddCompetitionPages().BuildServiceProvider().GetRequiredService<SchemeSpeeches>().All;

    public static TheoryData<string> Languages => ["zh", "en"];

    [Theory, MemberData(nameof(Languages))]
    public async Task Scheme_InOneLanguage_IsReadByTheOther(string language)
    {
        var (words, other) = (Of(language), Both.First(one => one.Language != language));
        foreach (var scheme in SchemePresets.All.Select(preset => preset.Scheme).Concat(Enumerable.Range(1000, 120).Select(seed => RandomContest.Of(seed).Scheme)))
        {
            await AssertComesBackAsync(SchemeSheet.Xlsx(scheme, words), PresetSchemes.Plain, scheme, [other, words]);
            await AssertComesBackAsync(SchemeSheet.Csv(scheme, words), scheme with { Stages = PresetSchemes.Plain.Stages }, scheme, [other, words]);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task Template_SaysEverythingInTheReadersLanguage(string language)
    {
        var words = Of(language);
        var file = await SchemeSheetFile.ReadAsync("t.xlsx", new MemoryStream(SchemeSheet.Template(words)), [words]);

        var preview = SchemeSheetReader.Read(file.Value, Current(PresetSchemes.Plain), [words]);

        Assert.DoesNotContain(preview.Problems, problem => problem.Severity == SchemeSeverity.Refused);
        Assert.Equal(AspectRuleWords.All.Order(), preview.Scheme.AllAspects().Select(aspect => aspect.Rule.Word).Distinct().Order());
        // A key that nobody translated stands there as it is.
        Assert.DoesNotContain(SchemeSheetHelp.Rows(words).SelectMany(row => row), cell => cell.StartsWith("Sheet.", StringComparison.Ordinal) || cell.Contains("Setting.", StringComparison.Ordinal) || cell.StartsWith("Word.", StringComparison.Ordinal));
        Assert.All(AspectRuleSettings.Family.Rules, rule => Assert.Contains(SchemeSheetHelp.Rows(words), row => row.Count > 1 && row[0] == words.Rule("Rule", rule.Word)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Labels_InOneCell_AreTold_Apart(string language)
    {
        var words = Of(language);
        var cells = AspectRuleSettings.Family.Rules.Select(rule => Named($"Rule.{rule.Word}", rule.Settings, words).Concat(Named("Part", SchemeColumn.RestOf(SchemeLevel.Aspect), words)))
            .Concat(PanelRuleSettings.Family.Rules.Select(rule => Named($"Panel.{rule.Word}", rule.Settings, words)))
            .Concat(new[] { SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form }.Select(level => Named("Part", SchemeColumn.RestOf(level), words)))
            .Append(Named("Scheme", SchemeSheet.Whole, words))
            .Concat(SchemeSheet.Whole.Where(setting => setting.Family is null && setting.Settings.Count > 0).Select(setting => Named($"Scheme.{setting.Name}", setting.Settings, words)));

        Assert.All(cells, labels => Assert.Empty(labels.GroupBy(label => label.Folded).Where(group => group.Select(one => one.Name).Distinct().Count() > 1).Select(group => group.Key)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Columns_AreToldApart(string language) =>
        Assert.Equal(SchemeColumn.All.Count, SchemeColumn.All.Select(column => FoldedText.Of(column.Heading(Of(language)))).Distinct().Count());

    private static ISchemeWords Of(string language) => Both.First(one => one.Language == language);

    // Both what it is called and its key: either may be typed.
    private static IEnumerable<(string Folded, string Name)> Named(string owner, IEnumerable<Setting> settings, ISchemeWords words) =>
        settings.SelectMany(setting => new[] { (FoldedText.Of(words.Label(owner, setting.Name)), setting.Name), (FoldedText.Of(setting.Name), setting.Name) });

    private static CurrentScheme Current(MarkingScheme scheme) => new("c", 1, scheme, CompiledScheme.Compile(scheme), null);

    private static async Task AssertComesBackAsync(byte[] bytes, MarkingScheme present, MarkingScheme expected, IReadOnlyList<ISchemeWords> languages)
    {
        var file = await SchemeSheetFile.ReadAsync("scheme", new MemoryStream(bytes), languages);
        var read = SchemeSheetReader.Read(file.Value, Current(present), languages);
        Assert.DoesNotContain(read.Problems, problem => problem.Error.Code.StartsWith("Competitions.Sheet", StringComparison.Ordinal));
        Assert.Equal(SchemeJson.Write(expected), SchemeJson.Write(read.Scheme));
    }
}
