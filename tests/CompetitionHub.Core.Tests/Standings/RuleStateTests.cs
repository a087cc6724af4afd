using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using static CompetitionHub.TestKit.Builders.Schemes;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>By every rule the states of a mark are different things: not yet marked, a number, zero, not attempted, failed, judge absent, taken back.</summary>
public sealed class RuleStateTests
{
    public static TheoryData<string> Words => [.. AspectRuleWords.All];

    [Fact]
    public void AllForms_CoverEveryWord() => Assert.Equal(AspectRuleWords.All, RuleForms.All.Select(form => form.Aspects[0].Rule.Word));

    [Theory, MemberData(nameof(Words))]
    public void NotYetMarked_Aspect_HasNothing(string word) => Assert.True(OfAll(word, null).IsNone);

    [Theory, MemberData(nameof(Words))]
    public void Cleared_Mark_IsAsIfNeverGiven(string word) => Assert.True(OfAll(word, MarkState.Cleared).IsNone);

    [Theory, MemberData(nameof(Words))]
    public void JudgeAbsent_Everywhere_HasNothing(string word) => Assert.True(OfAll(word, MarkState.JudgeAbsent).IsNone);

    [Theory, MemberData(nameof(Words))]
    public void Failed_Attempt_IsNoResultAndNotZero(string word)
    {
        var outcome = OfAll(word, MarkState.Failed);
        Assert.True(outcome.IsNoResult);
        Assert.Null(outcome.Points);
    }

    [Theory, MemberData(nameof(Words))]
    public void NotAttempted_Aspect_IsZeroPoints(string word) =>
        // A judge's ranks are no points: whoever did not attempt is behind all who did, here alone and therefore first.
        Assert.Equal(word == PanelRanks.RuleWord ? "1/1" : "0/1", OfAll(word, MarkState.NotAttempted).Points.ToString());

    [Theory, MemberData(nameof(Words))]
    public void Value_Marks_GivePoints(string word)
    {
        var rule = Form(word).Aspects[0].Rule;
        Assert.True(rule.Marks(Form(word).Aspects[0]).Allows(Points(RuleForms.Usual(rule))));
        Assert.NotNull(OfAll(word, MarkState.Value).Points);
    }

    [Theory, MemberData(nameof(Words))]
    public void Unusable_Mark_IsLeftOutAndNeverZero(string word)
    {
        var form = Form(word);
        var aspect = form.Aspects[0];
        var wrong = new[] { "-1000000", "0.000001", "123456.5" }.Where(text => !aspect.Rule.Marks(aspect).Allows(Points(text))).ToList();
        // A rule that takes any number, as the tolerance bands do, has nothing to refuse.
        Assert.Equal(word is ToleranceBands.RuleWord or Piecewise.RuleWord, wrong.Count == 0);
        foreach (var text in wrong)
        {
            var result = Calculate(form, [Mark("a", aspect.Rule.FirstSeat, text)]);
            Assert.Equal((0, 1), (result.Marked, result.Unusable));
            Assert.True(result.Scores.Aspects[0].IsNone);
            Assert.NotNull(MarkRules.Check(aspect, MarkState.Value, Points(text)));
        }
    }

    [Theory, MemberData(nameof(Words))]
    public void Failed_BesideAMark_HasToBeSettled(string word)
    {
        var form = Form(word);
        if (form.Aspects[0].Kind != AspectKind.PanelScore)
            return;
        var usual = RuleForms.Usual(form.Aspects[0].Rule);
        var outcome = Calculate(form, [.. Others(form), .. Marks("a", usual, usual, "F")]).Scores.Aspects[0];
        Assert.True(outcome.IsNone);
    }

    private static MarkingForm Form(string word) => RuleForms.All.Single(form => form.Aspects[0].Rule.Word == word);

    // Every mark of the aspect in the state; what the rule reads from other aspects is there. A pair's other entry has a value.
    private static Outcome OfAll(string word, MarkState? state)
    {
        var form = Form(word);
        var rule = form.Aspects[0].Rule;
        var seats = Enumerable.Range(rule.FirstSeat, rule.MarksExpected(form.Judges));
        var marks = state is not { } given ? [] : seats.Select(seat => given == MarkState.Value ? Mark("a", seat, RuleForms.Usual(rule)) : Mark("a", seat, given));
        return Calculate(form, [.. Others(form), .. marks]).Scores.Aspects[0];
    }

    private static IEnumerable<CountedMark> Others(MarkingForm form) =>
        form.Aspects.Skip(1).Select(aspect => Mark(aspect.Key, aspect.Rule.FirstSeat, "1"));

    private static EntryResult Calculate(MarkingForm form, IReadOnlyCollection<CountedMark> marks)
    {
        var scheme = CompiledScheme.Compile(Scheme(Module("m", form)) with { FullMark = null });
        ContestEntry[] entries = [new("A", "", true, marks)];
        if (form.Aspects[0].Rule is PairWin)
            entries = [.. entries, new("B", "", true, [.. Others(form), Mark("a", 1, "2")])];
        return new EntryCalculator(scheme, FieldContext.Gather(scheme, entries)).Calculate(entries[0]);
    }
}
