using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>Every total opens into lines that can be followed to it, under every rule.</summary>
public sealed class ExplanationProperties
{
    private const int Batches = 4;
    private const int Contests = 150;

    public static TheoryData<int> Firsts => [.. Enumerable.Range(0, Batches).Select(batch => 1 + (batch * Contests))];

    [Theory, MemberData(nameof(Firsts))]
    public void Explanation_OnEveryRule_CanBeFollowedToThePoints(int first)
    {
        foreach (var contest in Enumerable.Range(first, Contests).Select(RandomContest.Of))
        {
            var scheme = CompiledScheme.Compile(contest.Scheme);
            var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, contest.Entries), new(contest.Decisions));
            foreach (var entry in contest.Entries.Where(entry => entry.TakesPart))
                Assert.Empty(FollowedNode.Wrong(calculator.Explain(entry).Worked, contest.Scheme).Select(what => $"seed {contest.Seed}, {entry.Code}, {what}"));
        }
    }
}
