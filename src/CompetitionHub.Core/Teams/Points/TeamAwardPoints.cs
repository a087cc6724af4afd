using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>
/// Points by the awards that the contests' rules propose: medal points 4 / 3 / 2 / 1 (domain.md §5.4), or 8 / 4 / 2 for prizes, 1 for "all parts passed",
/// 0 for the rest (machinery industry 2024, domain.md §2.11). An entry with awards of several groups brings the points of all of them.
/// </summary>
/// <param name="Rows">Points of an award, by its key in the contests' schemes.</param>
/// <param name="None">Points of a ranked entry without any of these.</param>
public sealed record TeamAwardPoints(IReadOnlyList<TeamAwardPointsRow> Rows, Score None) : TeamPoints
{
    /// <summary>The word in the document.</summary>
    public const string RuleWord = "award_points";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Fraction? Of(TeamMember member)
    {
        if (!member.Line.IsRanked)
            return null;
        var points = Rows.Where(row => member.Awards.Any(award => award.Key == row.Award)).Select(row => row.Points.ToFraction()).ToList();
        return points.Count == 0 ? None.ToFraction() : points.Aggregate((sum, next) => sum + next);
    }

    internal override IEnumerable<(string Property, Error Error)> Check(IReadOnlyDictionary<string, MarkingScheme> contests)
    {
        if (Rows.Count == 0)
            yield return ("table", TeamsErrors.NoRows());
        var known = contests.Values.SelectMany(scheme => scheme.Awards).SelectMany(group => group.Awards).Select(award => award.Key).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < Rows.Count; i++)
        {
            if (!known.Contains(Rows[i].Award))
                yield return ($"table[{i}].award", TeamsErrors.AwardUnknown(Rows[i].Award));
            else if (Rows.Take(i).Any(row => row.Award == Rows[i].Award))
                yield return ($"table[{i}].award", TeamsErrors.RowsOverlap());
        }
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteList("table", Rows, static (writer, row) =>
        {
            writer.WriteString("award", row.Award);
            writer.WriteScore("points", row.Points);
        });
        json.WriteScore("none", None);
    }

    internal static TeamAwardPoints Read(JsonObjectReader json) =>
        new(json.Values("table", row => new TeamAwardPointsRow(row.Text("award"), row.Score("points"))), json.Score("none", Score.Zero));
}

/// <summary>So many points for an award.</summary>
public sealed record TeamAwardPointsRow(string Award, Score Points);
