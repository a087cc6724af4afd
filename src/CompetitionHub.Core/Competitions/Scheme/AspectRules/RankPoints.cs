using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>名次分: points by a table for the rank that a value has in the field, equals sharing a rank (1-2-2-4). domain.md §2.11.</summary>
/// <param name="Better">Whether more or less is better.</param>
/// <param name="Table">Points for ranks, ascending.</param>
/// <param name="Rest">Points for every other rank.</param>
public sealed record RankPoints(TieBreakOrder Better, ValueList<RankBand> Table, Score Rest) : FieldRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "rank_points";

    /// <summary>The last rank that a table can name.</summary>
    public const int MostRank = 1_000_000;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Outcome Points(AspectInput input, Score value, Score[] field)
    {
        var rank = FieldRank.Of(value, field, Better);
        var points = Rest;
        foreach (var band in Table)
        {
            if (rank >= band.From && rank <= band.To)
                points = band.Points;
        }
        input.Worked?.Step(StepCodes.RankInField, points.ToFraction(), rank, field.Length);
        return Outcome.Of(points.ToFraction());
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Table.Select(band => band.Points).Append(Rest).Max().ToFraction();

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        foreach (var problem in base.Check(aspect, form, scheme))
            yield return problem;
        if (Table.Count == 0)
            yield return ("rule.table", SchemeErrors.TableEmpty());
        for (var i = 0; i < Table.Count; i++)
        {
            if (Table[i].From <= (i == 0 ? 0 : Table[i - 1].To) || Table[i].To < Table[i].From)
                yield return ($"rule.table[{i}].from", SchemeErrors.TableNotAscending());
        }
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, Better));
        json.WriteList("table", Table, static (writer, band) =>
        {
            writer.WriteNumber("from", band.From);
            writer.WriteNumber("to", band.To);
            writer.WriteScore("points", band.Points);
        });
        json.WriteScore("rest", Rest);
        base.Write(json);
    }

    internal static RankPoints Read(JsonObjectReader json) => new(
        json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst),
        json.Values("table", band => new RankBand(band.Whole("from", 1, MostRank), band.Whole("to", 1, MostRank), band.Score("points"))), json.Score("rest"))
    {
        ValueMax = ReadMax(json),
    };
}

/// <summary>Points for the ranks from one to another, both included.</summary>
public sealed record RankBand(int From, int To, Score Points);
