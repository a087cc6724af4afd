using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// 淘汰赛对阵: of the two entries with the same pair number the better one gets 1 and the other 0. Whoever failed or did not attempt is behind a value;
/// equal values decide nothing.
/// </summary>
/// <param name="PairFrom">The aspect that records the number of an entry's pair.</param>
/// <param name="Better">Whether more or less is better.</param>
public sealed record PairWin(string PairFrom, TieBreakOrder Better) : ValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "pair_win";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override bool DependsOnField => true;

    internal override object? Gather(CompiledAspect aspect, IReadOnlyList<EntrySlots> field) => field
        .Select(entry => (Pair: entry.Value(PairFrom), Mark: entry.Of(aspect)[0]))
        .Where(row => row.Pair is not null)
        .ToLookup(row => row.Pair!.Value, row => row.Mark);

    private protected override Outcome Points(AspectInput input, Score value)
    {
        if (input.Other(PairFrom) is not { } pair)
        {
            input.Worked?.Step(StepCodes.OtherMissing, null, PairFrom);
            return Outcome.None;
        }
        MarkSlot[] marks = input.Field is ILookup<Score, MarkSlot> pairs ? [.. pairs[pair]] : [];
        // Three with one number are no pair, even before the third has a value.
        if (marks.Length != 2 || marks.Any(mark => mark.State == MarkState.Cleared))
        {
            input.Worked?.Step(StepCodes.PairIncomplete, null, pair, marks.Length == 2 ? 1 : marks.Length);
            return Outcome.None;
        }
        var other = marks[0].State == MarkState.Value && marks[0].Value == value.Millionths ? marks[1] : marks[0];
        if (other.State != MarkState.Value)
            return Decided(input, true, pair);
        if (other.Value != value.Millionths)
            return Decided(input, (value.Millionths < other.Value) == (Better == TieBreakOrder.LowerFirst), pair);
        input.Worked?.Step(StepCodes.PairTied, null, pair);
        return Outcome.None;
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Fraction.One;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
        [.. base.Check(aspect, form, scheme), .. RuleChecks.Other("rule.pair_from", PairFrom, aspect, scheme.AllAspects(), info: true)];

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("pair_from", PairFrom);
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, Better));
        base.Write(json);
    }

    internal static PairWin Read(JsonObjectReader json) =>
        new(json.Text("pair_from"), json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst)) { ValueMax = ReadMax(json) };

    private static Outcome Decided(AspectInput input, bool won, Score pair)
    {
        var points = won ? Fraction.One : Fraction.Zero;
        input.Worked?.Step(won ? StepCodes.PairWon : StepCodes.PairLost, points, pair);
        return Outcome.Of(points);
    }
}
