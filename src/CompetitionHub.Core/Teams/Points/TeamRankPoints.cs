using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>
/// Points by the entry's rank. domain.md §2.11, Weihai: ranks 1–6 bring 10, 9, 8, 7, 6, 5, ranks 7–10 bring 4 each, everybody else 1; ranks 1, 6, 8 and 15
/// make 20.
/// </summary>
/// <param name="Rows">Points of ranks from–to, both included.</param>
/// <param name="Rest">Points of every other ranked entry.</param>
public sealed record TeamRankPoints(IReadOnlyList<TeamRankPointsRow> Rows, Score Rest) : TeamPoints
{
    /// <summary>The word in the document.</summary>
    public const string RuleWord = "rank_points";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Fraction? Of(TeamMember member) =>
        member.Line.Rank is { } rank ? (Rows.FirstOrDefault(row => rank >= row.From && rank <= row.To)?.Points ?? Rest).ToFraction() : null;

    internal override IEnumerable<(string Property, Error Error)> Check(IReadOnlyDictionary<string, MarkingScheme> contests)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (row.From > row.To)
                yield return ($"table[{i}].to", TeamsErrors.RowEmpty(row.From, row.To));
            else if (Rows.Take(i).Any(earlier => row.From <= earlier.To && earlier.From <= row.To))
                yield return ($"table[{i}].from", TeamsErrors.RowsOverlap());
        }
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteList("table", Rows, static (writer, row) =>
        {
            writer.WriteNumber("from", row.From);
            writer.WriteNumber("to", row.To);
            writer.WriteScore("points", row.Points);
        });
        json.WriteScore("rest", Rest);
    }

    internal static TeamRankPoints Read(JsonObjectReader json) => new(
        json.Values("table", row => new TeamRankPointsRow(row.Whole("from", 1, NumberQuota.Most), row.Whole("to", 1, NumberQuota.Most), row.Score("points"))),
        json.Score("rest", Score.Zero));
}

/// <summary>So many points for each of the ranks from–to, both included.</summary>
public sealed record TeamRankPointsRow(int From, int To, Score Points);
