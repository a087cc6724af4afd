using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// 名次合并: every judge's marks are ranked over the field, equals sharing a rank (1-2-2-4), and the panel rule makes one value of an entry's ranks. Fewer
/// points are better unless the panel rule turns ranks into points. datasets/eurovision rule 4.
/// </summary>
/// <param name="Panel">How the ranks become one value.</param>
/// <param name="Better">Whether a judge's higher or lower mark is the better one.</param>
public sealed record PanelRanks(PanelRule Panel, TieBreakOrder Better) : MergedAspect(Panel)
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "panel_ranks";

    /// <summary>The largest mark that can be recorded; null for no limit.</summary>
    public Score? ValueMax { get; init; }

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override string PanelProperty => "merge";

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => new(MarkUnit.Value) { Minimum = Score.Zero, Maximum = ValueMax, Step = aspect.Step };

    // Ranks: whole and at least 1. More than the panel rule can take do not occur before there are as many entries.
    private protected override MarkRange Merged(Aspect aspect) =>
        new(MarkUnit.Value) { Minimum = Score.One, Maximum = Score.Points(Exponential.MostRank), Step = Score.One };

    internal override bool DependsOnField => true;

    internal override object? Gather(CompiledAspect aspect, IReadOnlyList<EntrySlots> field, IReadOnlyList<EntrySlots> gone)
    {
        var ranked = field.Where(entry => HasValue(entry.Of(aspect))).ToList();
        var judges = new Score[aspect.SlotCount][];
        for (var place = 0; place < judges.Length; place++)
        {
            judges[place] = [.. ranked.Select(entry => entry.Of(aspect)[place]).Where(mark => mark.State == MarkState.Value).Select(mark => new Score(mark.Value))];
            Array.Sort(judges[place]);
        }
        return judges;
    }

    private protected override bool NeedsAll => true;

    private protected override bool NotAttemptedIsZero => false;

    private protected override bool Prepare(AspectInput input, Span<long> values, ReadOnlySpan<int> places)
    {
        if (input.Field is not Score[][] judges)
            return false;
        for (var i = 0; i < values.Length; i++)
        {
            var marks = judges[places[i]];
            // Not attempted is behind all that was.
            var rank = input.Marks[places[i]].State == MarkState.Value ? FieldRank.Of(new Score(values[i]), marks, Better) : marks.Length + 1;
            values[i] = rank * Score.Unit;
        }
        input.Worked?.Step(StepCodes.JudgesRanks, null, string.Join(", ", values.ToArray().Select(value => new Score(value))));
        return true;
    }

    // An entry that a judge has still to mark, or whose marks come to nothing, is not in the field of anybody.
    private bool HasValue(ReadOnlySpan<MarkSlot> marks)
    {
        var given = 0;
        foreach (var mark in marks)
        {
            if (mark.State is MarkState.Failed or MarkState.Cleared)
                return false;
            given += mark.State is MarkState.Value or MarkState.NotAttempted ? 1 : 0;
        }
        return given >= Math.Max(MinimumJudges, Panel.Needed);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => null;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
    [
        .. base.Check(aspect, form, scheme), .. RuleChecks.OwnLimits(aspect, null),
        .. ValueMax is { } most ? RuleChecks.Positive("rule.value_max", most) : [],
    ];

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, Better));
        json.WriteOptional("value_max", ValueMax);
        base.Write(json);
    }

    internal static PanelRanks Read(JsonObjectReader json) =>
        new(PanelRuleWords.Read(json.Object("merge")), json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst))
        {
            ValueMax = json.OptionalScore("value_max"),
            MinimumJudges = ReadMinimum(json),
        };
}
