using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// 淘汰赛对阵: of the two entries with the same pair number the better one gets 1 and the other 0. Whoever failed or did not attempt is behind a value;
/// equal values decide nothing. Who has no opponent, by a bye (轮空) or because the other one takes no part any more, wins with a value and without.
/// </summary>
/// <param name="PairFrom">The aspect that records the number of an entry's pair.</param>
/// <param name="Better">Whether more or less is better.</param>
/// <param name="Bye">The number that stands for a bye, any number of entries having it; null where there is none.</param>
public sealed record PairWin(string PairFrom, TieBreakOrder Better, Score? Bye = null) : ValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "pair_win";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override bool DependsOnField => true;

    internal override object? Gather(CompiledAspect aspect, IReadOnlyList<EntrySlots> field, IReadOnlyList<EntrySlots> gone) => new Draw(
        field.Where(entry => entry.Value(PairFrom) is not null).ToLookup(entry => entry.Value(PairFrom)!.Value, entry => entry.Of(aspect)[0]),
        [.. gone.Select(entry => entry.Value(PairFrom)).OfType<Score>()]);

    private protected override Outcome Points(AspectInput input, Score value)
    {
        if (input.Other(PairFrom) is not { } pair)
        {
            input.Worked?.Step(StepCodes.OtherMissing, null, PairFrom);
            return Outcome.None;
        }
        if (!input.TakesPart)
            return Outcome.None;
        if (WithoutOpponent(input, pair) is { } code)
            return Decided(input, code, pair);
        MarkSlot[] marks = input.Field is Draw draw ? [.. draw.Pairs[pair]] : [];
        // Three with one number are no pair, even before the third has a value.
        if (marks.Length != 2 || marks.Any(mark => mark.State == MarkState.Cleared))
        {
            input.Worked?.Step(StepCodes.PairIncomplete, null, pair, marks.Length == 2 ? 1 : marks.Length);
            return Outcome.None;
        }
        var other = marks[0].State == MarkState.Value && marks[0].Value == value.Millionths ? marks[1] : marks[0];
        if (other.State != MarkState.Value)
            return Decided(input, StepCodes.PairWon, pair);
        if (other.Value != value.Millionths)
            return Decided(input, (value.Millionths < other.Value) == (Better == TieBreakOrder.LowerFirst) ? StepCodes.PairWon : StepCodes.PairLost, pair);
        input.Worked?.Step(StepCodes.PairTied, null, pair);
        return Outcome.None;
    }

    private protected override Outcome NotAttempted(AspectInput input) =>
        input.Other(PairFrom) is { } pair && WithoutOpponent(input, pair) is { } code ? Decided(input, code, pair) : base.NotAttempted(input);

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Fraction.One;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        foreach (var problem in base.Check(aspect, form, scheme).Concat(RuleChecks.Other("rule.pair_from", PairFrom, aspect, scheme.AllAspects(), info: true)))
            yield return problem;
        if (Bye is { } bye && scheme.FindAspect(PairFrom) is { } numbers && numbers.Rule.Marks(numbers).Check(bye) is { } error)
            yield return ("rule.bye", error);
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("pair_from", PairFrom);
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, Better));
        json.WriteOptional("bye", Bye);
        base.Write(json);
    }

    internal static PairWin Read(JsonObjectReader json) =>
        new(json.Text("pair_from"), json.Word("order", SchemeWords.Orders, TieBreakOrder.HigherFirst), json.OptionalScore("bye")) { ValueMax = ReadMax(json) };

    // Why an entry wins without a bout, or null.
    private string? WithoutOpponent(AspectInput input, Score pair) =>
        !input.TakesPart || input.Field is not Draw draw ? null
        : pair == Bye ? StepCodes.PairBye
        : draw.Gone.Contains(pair) && draw.Pairs[pair].Count() == 1 ? StepCodes.PairWalkover
        : null;

    private static Outcome Decided(AspectInput input, string code, Score pair)
    {
        var points = code == StepCodes.PairLost ? Fraction.Zero : Fraction.One;
        input.Worked?.Step(code, points, pair);
        return Outcome.Of(points);
    }

    // Marks of those who take part by the number of their pair, and the numbers of those who do not any more.
    private sealed record Draw(ILookup<Score, MarkSlot> Pairs, HashSet<Score> Gone);
}
