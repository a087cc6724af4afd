using System.Globalization;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Features.Standings;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Awards;

/// <summary>The proposal of a contest as a csv file that spreadsheets open: one row per entry, one column per group of awards.</summary>
public static class AwardsFile
{
    public static byte[] Write(ContestAwards awards, IStringLocalizer<AwardsText> texts, IStringLocalizer<StandingsText> standing) => CsvFile.Write(
        [
            texts["Column.Rank"], texts["Column.Code"], texts["Column.Name"], texts["Column.Delegation"], texts["Column.State"], texts["Column.Points"], texts["Column.Scale"],
            texts["Column.Advancement"], texts["Column.Outlook"], .. awards.Awards.Select(group => group.Group.Name.In(Languages.Current)),
        ],
        awards.Field.Lines.Select(line => Cells(line, awards, texts, standing)));

    private static IEnumerable<string> Cells(FieldLine line, ContestAwards awards, IStringLocalizer<AwardsText> texts, IStringLocalizer<StandingsText> standing)
    {
        var advancement = awards.Advancement?.Lines.FirstOrDefault(row => row.Line.Code == line.Code);
        return
        [
            line.Rank?.ToString(CultureInfo.InvariantCulture) ?? "",
            line.Code,
            line.Name.In(Languages.Current),
            line.Placed.Line.Delegation.In(Languages.Current),
            line.IsRanked ? "" : standing[StateWords.Key(line.Placed)],
            line.Points is null ? "" : AwardWords.Points(line.Points, awards.Field.Scheme),
            line.Scale is { } scale ? ScoreText.Format(scale) : "",
            advancement is null ? "" : texts["State." + EnumText.Write(advancement.State)],
            advancement?.Outlook is { } outlook ? texts["Outlook." + EnumText.Write(outlook)] : "",
            .. awards.Awards.Select(group => group.AwardOf(line.Code)?.Name.In(Languages.Current) ?? ""),
        ];
    }
}
