using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Teams;

/// <summary>Says team rankings and their arithmetic in the reader's language.</summary>
public sealed class TeamWords(IStringLocalizer<TeamsText> texts)
{
    /// <summary>What counts, in one line: "points by rank · the best 2 of each contest · average".</summary>
    public string Rule(TeamRanking ranking) => string.Join(" · ", new string[]
    {
        texts["Kind." + ranking.Points.Word],
        ranking.BestPerContest is { } perContest ? texts["Rule.BestPerContest", perContest] : "",
        ranking.Best is { } best ? texts["Rule.Best", best] : "",
        ranking.Average ? texts["Rule.Average"] : "",
        ranking.Order == TieBreakOrder.LowerFirst ? texts["Rule.Lower"] : "",
        ranking.MinimumMembers > 1 ? texts["Rule.MinimumMembers", ranking.MinimumMembers] : "",
        ranking.Minimum is { } minimum ? texts[ranking.Order == TieBreakOrder.LowerFirst ? "Rule.AtMost" : "Rule.AtLeast", minimum] : "",
        ranking.TieBreaks.Count > 0 ? texts["Rule.Ties", string.Join(texts["Comma"], ranking.TieBreaks.Select(Say))] : "",
    }.Where(text => text.Length > 0));

    /// <summary>"10 + 5 + 4 + 1 = 20", divided where the rule says so; empty when nothing counts.</summary>
    public static string Arithmetic(TeamResult team, TeamRanking ranking)
    {
        if (team.Sum is not { } sum)
        {
            return "";
        }
        var added = string.Join(" + ", team.Counted.Select(member => ScoreText.Format(member.Points!.Value)));
        var total = team.Counted.Count() == 1 ? added : $"{added} = {ScoreText.Format(sum)}";
        return ranking.Average ? $"{total}; {ScoreText.Format(sum)} ÷ {team.ContestsEntered} = {ScoreText.Format(team.Points!.Value)}" : total;
    }

    /// <summary>What put a delegation behind the one above; empty for the first and for equals.</summary>
    public string DecidedBy(TeamResult team, TeamRanking ranking) => team.DecidedBy switch
    {
        null => "",
        0 => texts["By.points"],
        { } place => Say(ranking.TieBreaks[place - 1]),
    };

    /// <summary>The names of an entry's awards that bring points, or nothing.</summary>
    public static string Awards(TeamMember member, TeamRanking ranking) => ranking.Points is TeamAwardPoints points
        ? string.Join(" + ", member.Awards.Where(award => points.Rows.Any(row => row.Award == award.Key)).Select(award => award.Name.In(Languages.Current)))
        : "";

    private string Say(TeamTieBreak tieBreak) => tieBreak is AspectSumTieBreak aspect
        ? texts[aspect.Order == TieBreakOrder.LowerFirst ? "By.aspect_lower" : "By.aspect_higher", aspect.Key]
        : texts["By." + tieBreak.Word];
}
