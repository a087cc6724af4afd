using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Web.Features.Teams;

/// <summary>A team ranking while it is typed: everything as text, until <see cref="TryRead"/> makes a ranking of it.</summary>
public sealed class TeamRankingDraft
{
    public string Key { get; set; } = "";
    public string Zh { get; set; } = "";
    public string En { get; set; } = "";

    /// <summary>Slugs of the chosen contests; empty for all.</summary>
    public HashSet<string> Contests { get; private set; } = [];

    /// <summary>Word of the rule that gives the points.</summary>
    public string Kind { get; set; } = TeamRankPoints.RuleWord;

    public List<RankRow> Ranks { get; private set; } = [];
    public string Rest { get; set; } = "0";
    public List<AwardRow> Awards { get; private set; } = [];
    public string None { get; set; } = "0";
    public string BestPerContest { get; set; } = "";
    public string Best { get; set; } = "";
    public bool Average { get; set; }
    public TieBreakOrder Order { get; set; }
    public string MinimumMembers { get; set; } = "1";
    public string Minimum { get; set; } = "";
    public bool BetterRanks { get; set; }
    public string AspectKey { get; set; } = "";
    public TieBreakOrder AspectOrder { get; set; } = TieBreakOrder.LowerFirst;

    /// <summary>The draft of a ranking.</summary>
    public static TeamRankingDraft Of(TeamRanking ranking)
    {
        var aspect = ranking.TieBreaks.OfType<AspectSumTieBreak>().FirstOrDefault();
        var draft = new TeamRankingDraft
        {
            Key = ranking.Key,
            Zh = ranking.Name.Zh,
            En = ranking.Name.En,
            Contests = [.. ranking.Contests],
            Kind = ranking.Points.Word,
            BestPerContest = Text(ranking.BestPerContest),
            Best = Text(ranking.Best),
            Average = ranking.Average,
            Order = ranking.Order,
            MinimumMembers = Text(ranking.MinimumMembers),
            Minimum = ranking.Minimum?.ToString() ?? "",
            BetterRanks = ranking.TieBreaks.Any(tieBreak => tieBreak is BetterRanksTieBreak),
            AspectKey = aspect?.Key ?? "",
            AspectOrder = aspect?.Order ?? TieBreakOrder.LowerFirst,
        };
        if (ranking.Points is TeamRankPoints ranks)
        {
            (draft.Ranks, draft.Rest) = ([.. ranks.Rows.Select(row => new RankRow { From = Text(row.From), To = Text(row.To), Points = row.Points.ToString() })], ranks.Rest.ToString());
        }
        if (ranking.Points is TeamAwardPoints awards)
        {
            (draft.Awards, draft.None) = ([.. awards.Rows.Select(row => new AwardRow { Award = row.Award, Points = row.Points.ToString() })], awards.None.ToString());
        }
        return draft;
    }

    /// <summary>The ranking, or null with what cannot be read by field.</summary>
    public TeamRanking? TryRead(List<Error> errors)
    {
        var reader = new Reader(errors);
        var ranking = new TeamRanking
        {
            Key = Key.Trim(),
            Name = new(Zh.Trim(), En.Trim()),
            Contests = [.. Contests.Order(StringComparer.Ordinal)],
            Points = Points(reader),
            BestPerContest = reader.Whole(BestPerContest, "best_per_contest"),
            Best = reader.Whole(Best, "best"),
            Average = Average,
            Order = Order,
            MinimumMembers = reader.Whole(MinimumMembers, "minimum_members") ?? 1,
            Minimum = string.IsNullOrWhiteSpace(Minimum) ? null : reader.Score(Minimum, "minimum"),
            TieBreaks =
            [
                .. BetterRanks ? [new BetterRanksTieBreak()] : Array.Empty<TeamTieBreak>(),
                .. AspectKey.Length > 0 ? [new AspectSumTieBreak(AspectKey, AspectOrder)] : Array.Empty<TeamTieBreak>(),
            ],
        };
        return errors.Count == 0 ? ranking : null;
    }

    private TeamPoints Points(Reader reader) => Kind switch
    {
        TeamRankPoints.RuleWord => new TeamRankPoints(
            [.. Ranks.Select((row, i) => new TeamRankPointsRow(
                reader.Whole(row.From, $"points.table[{i}].from") ?? 1, reader.Whole(row.To, $"points.table[{i}].to") ?? reader.Whole(row.From, $"points.table[{i}].from") ?? 1,
                reader.Score(row.Points, $"points.table[{i}].points")))],
            reader.Score(Rest, "points.rest")),
        TeamAwardPoints.RuleWord => new TeamAwardPoints(
            [.. Awards.Select((row, i) => new TeamAwardPointsRow(row.Award, reader.Score(row.Points, $"points.table[{i}].points")))], reader.Score(None, "points.none")),
        TeamScalePoints.RuleWord => new TeamScalePoints(),
        _ => new TeamTotalPoints(),
    };

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A row of points by rank.</summary>
    public sealed class RankRow
    {
        public string From { get; set; } = "";
        public string To { get; set; } = "";
        public string Points { get; set; } = "";
    }

    /// <summary>A row of points by award.</summary>
    public sealed class AwardRow
    {
        public string Award { get; set; } = "";
        public string Points { get; set; } = "";
    }

    private sealed class Reader(List<Error> errors)
    {
        public int? Whole(string text, string field)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }
            if (int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                return number;
            }
            errors.Add(TeamsErrors.NotPositive() with { Field = field });
            return null;
        }

        public Score Score(string text, string field)
        {
            var score = ScoreText.Parse(text);
            if (score.Succeeded)
            {
                return score.Value;
            }
            errors.Add(score.Error with { Field = field });
            return default;
        }
    }
}
