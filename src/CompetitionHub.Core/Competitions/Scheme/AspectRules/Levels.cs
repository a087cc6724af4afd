using System.Runtime.CompilerServices;
using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Every judge's mark stands for points by a table, and the panel rule makes one value of those points; the table may be one of many, chosen by
/// an item such as an element of figure skating, and may add a base value. datasets/figure_skating_2016 rule 3.
/// </summary>
/// <param name="Panel">How the points become one value.</param>
/// <param name="ItemFrom">The aspect whose recorded number chooses the table; null for one table for all.</param>
/// <param name="Tables">The tables.</param>
public sealed record Levels(PanelRule Panel, string? ItemFrom, ValueList<LevelTable> Tables) : MergedAspect(Panel)
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "levels";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    // Made once for hundreds of tables: every mark that is entered or imported is checked by it.
    private static readonly ConditionalWeakTable<ValueList<LevelTable>, MarkRange> Ranges = [];

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => Ranges.GetValue(Tables, static tables =>
        MarkRange.Of(MarkUnit.Level, [.. tables.SelectMany(table => table.Points).Select(row => row.Mark).Distinct().Order()]));

    private protected override MarkRange Merged(Aspect aspect) =>
        MarkRange.Of(MarkUnit.Points, [.. Tables.SelectMany(table => table.Points).Select(row => row.Points)]);

    private protected override bool Prepare(AspectInput input, Span<long> values, ReadOnlySpan<int> places)
    {
        if (FindTable(input, out var item) is not { } table)
            return Unusable(input.Worked, item is null ? StepCodes.OtherMissing : StepCodes.ItemUnknown, (object?)item ?? ItemFrom ?? "");
        for (var i = 0; i < values.Length; i++)
        {
            // Not attempted is no mark of the table: it stands for no points, as it comes.
            if (input.Marks[places[i]].State != MarkState.Value)
                continue;
            if (table.Find(new Score(values[i])) is not { } points)
                return Unusable(input.Worked, StepCodes.NotInTable, new Score(values[i]));
            values[i] = points.Millionths;
        }
        input.Worked?.Step(StepCodes.StandFor, null, string.Join(", ", values.ToArray().Select(value => new Score(value))));
        return true;
    }

    private protected override Outcome Points(AspectInput input, Fraction value)
    {
        if (FindTable(input, out _) is not { Base: var added } || added == Score.Zero)
            return Outcome.Of(value);
        var points = value + added.ToFraction();
        input.Worked?.Step(StepCodes.BaseAdded, points, added);
        return Outcome.Of(points);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Tables
        .Where(table => table.Points.Count > 0)
        .Max(table => Panel.Most(table.Points.Max(row => row.Points).ToFraction(), judges) + table.Base.ToFraction());

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => ItemFrom is null && Panel.IsMonotone && Tables is [{ Points.Count: > 0 } table]
        ? [table.Points.MinBy(row => row.Points)!.Mark, table.Points.MaxBy(row => row.Points)!.Mark]
        : null;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        IEnumerable<(string, Error)> problems = [.. base.Check(aspect, form, scheme), .. RuleChecks.OwnLimits(aspect, MostPoints(aspect, form.Judges))];
        if (ItemFrom is not null)
            problems = problems.Concat(RuleChecks.Other("rule.item_from", ItemFrom, aspect, scheme.AllAspects(), info: false));
        if (Tables.Count == 0 || (ItemFrom is null && Tables.Count > 1))
            problems = problems.Append(("rule.tables", Tables.Count == 0 ? SchemeErrors.TableEmpty() : SchemeErrors.TablesNeedItem()));
        return problems.Concat(Tables.SelectMany(Check));
    }

    internal override void Write(Utf8JsonWriter json)
    {
        if (ItemFrom is not null)
            json.WriteString("item_from", ItemFrom);
        json.WriteList("tables", Tables, static (writer, table) => table.Write(writer));
        base.Write(json);
    }

    internal static Levels Read(JsonObjectReader json) => new(
        PanelRuleWords.Read(json.Object("panel")), json.Has("item_from") ? json.Text("item_from") : null, json.Values("tables", LevelTable.Read))
    {
        MinimumJudges = ReadMinimum(json),
    };

    private LevelTable? FindTable(AspectInput input, out Score? item)
    {
        item = ItemFrom is null ? null : input.Other(ItemFrom);
        if (ItemFrom is null)
            return Tables.Count == 1 ? Tables[0] : null;
        foreach (var table in Tables)
        {
            if (item is not null && table.Item == item)
                return table;
        }
        return null;
    }

    private IEnumerable<(string Property, Error Error)> Check(LevelTable table, int place)
    {
        var path = $"rule.tables[{place}]";
        if ((table.Item is null) != (ItemFrom is null))
            yield return ($"{path}.item", SchemeErrors.TablesNeedItem());
        else if (table.Item is { } item && Tables.Take(place).Any(other => other.Item == item))
            yield return ($"{path}.item", SchemeErrors.ListedTwice(item));
        if (table.Points.Count == 0)
            yield return ($"{path}.points", SchemeErrors.TableEmpty());
        var earlier = new HashSet<Score>();
        for (var i = 0; i < table.Points.Count; i++)
        {
            if (!earlier.Add(table.Points[i].Mark))
                yield return ($"{path}.points[{i}].mark", SchemeErrors.ListedTwice(table.Points[i].Mark));
        }
    }
}

/// <summary>What marks stand for.</summary>
/// <param name="Item">The number of the item that it is for; null where there is one table only.</param>
/// <param name="Base">Points that are added to the panel's value.</param>
/// <param name="Points">The points of each mark.</param>
public sealed record LevelTable(Score? Item, Score Base, ValueList<LevelPoints> Points)
{
    internal Score? Find(Score mark)
    {
        foreach (var row in Points)
        {
            if (row.Mark == mark)
                return row.Points;
        }
        return null;
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteOptional("item", Item);
        if (Base != Score.Zero)
            json.WriteScore("base", Base);
        json.WriteList("points", Points, static (writer, row) =>
        {
            writer.WriteScore("mark", row.Mark);
            writer.WriteScore("points", row.Points);
        });
    }

    internal static LevelTable Read(JsonObjectReader json) => new(
        json.OptionalScore("item"), json.Score("base", Score.Zero), json.Values("points", row => new LevelPoints(row.Score("mark"), row.Score("points"))));
}

/// <summary>The points that a mark stands for.</summary>
public sealed record LevelPoints(Score Mark, Score Points);
