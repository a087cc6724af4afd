using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Verification;
using CompetitionHub.TestKit.Builders;
using PartLevel = CompetitionHub.Core.Verification.PartLevel;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>Thousands of generated contests over all rules: the engine and the second calculator agree in every part, comparator, rank and scale point.</summary>
public sealed class AgreementTests
{
    private const int Batches = 30;
    private const int Contests = 100;

    public static TheoryData<int> Firsts => [.. Enumerable.Range(0, Batches).Select(batch => 1 + (batch * Contests))];

    [Theory, MemberData(nameof(Firsts))]
    public void EngineAndSecondCalculator_OnEveryRule_Agree(int first)
    {
        var differences = Enumerable.Range(first, Contests).Select(RandomContest.Of)
            // Half of them as they were written, half as an export writes them with all defaults.
            .Select(contest => BothCalculators.FirstDifference(contest, BothCalculators.Engine(contest), BothCalculators.Second(contest, contest.Seed % 2 == 0)))
            .OfType<string>().Take(3).ToList();

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    [Fact]
    public void Agreement_CanaryOfTheEngine_IsFound()
    {
        // An engine that cut off where it has to round half up would be noticed.
        var noticed = Enumerable.Range(1, 200).Select(RandomContest.Of).Count(contest => BothCalculators.FirstDifference(
            contest, BothCalculators.Engine(contest, contest.Scheme with { Rounding = Truncating(contest.Scheme.Rounding) }), BothCalculators.Second(contest)) is not null);

        Assert.InRange(noticed, 60, 200);
    }

    [Theory]
    [InlineData(DifferencePlace.Aspect)]
    [InlineData(DifferencePlace.Form)]
    [InlineData(DifferencePlace.Module)]
    [InlineData(DifferencePlace.Stage)]
    [InlineData(DifferencePlace.Total)]
    public void Compare_PartThatWasAltered_IsNamed(DifferencePlace place)
    {
        var level = Enum.Parse<PartLevel>(place.ToString());
        var (engine, second, altered) = Altered(entry => entry with
        {
            Parts = [.. entry.Parts.Select(part => part.Level == level && part == entry.Parts.First(first => first.Level == level)
                ? part with { Outcome = part.Outcome.Then(value => value + Rational.Parse("0.000001")) } : part)],
        });

        var found = Assert.Single(Comparing.Of(EngineWord.Recalculated, engine, second));

        Assert.Equal((altered.Code, place, altered.Parts.First(part => part.Level == level).Key), (found.Entry, found.Place, found.Key));
        Assert.Equal(Rational.Parse("0.000001"), Rational.Parse(found.Engine!) - Rational.Parse(found.Second!));
    }

    [Fact]
    public void Compare_EverythingElseThatWasAltered_IsNamed()
    {
        Assert.Equal(DifferencePlace.Comparator, Found(entry => entry with { Keys = [.. entry.Keys.Select(key => key with { Values = [.. key.Values, 1] })] }));
        Assert.Equal(DifferencePlace.State, Found(entry => entry with { Place = ComputedPlace.NoResult }));
        Assert.Equal(DifferencePlace.Rank, Found(entry => entry with { Rank = entry.Rank + 1 }));
        Assert.Equal(DifferencePlace.Tie, Found(entry => entry with { IsUnresolved = true }));
        Assert.Equal(DifferencePlace.Scale, Found(entry => entry with { Scale = Rational.Parse("700.000001") }));

        static DifferencePlace Found(Func<ComputedEntry, ComputedEntry> alter)
        {
            var (engine, second, _) = Altered(alter);
            return Assert.Single(Comparing.Of(EngineWord.Stored, engine, second)).Place;
        }
    }

    [Fact]
    public void Compare_EntryThatOneLacks_IsNamed()
    {
        var (_, second, altered) = Altered(entry => entry);
        var engine = second with { Entries = [.. second.Entries.Where(entry => entry.Code != altered.Code)] };

        var found = Assert.Single(Comparing.Of(EngineWord.Stored, engine, second));

        Assert.Equal((altered.Code, DifferencePlace.Entry, null, altered.Code), (found.Entry, found.Place, found.Engine, found.Second));
    }

    [Fact]
    public void RandomContests_ReachEveryWordAndState()
    {
        var contests = Enumerable.Range(1, 400).Select(RandomContest.Of).ToList();
        var documents = string.Concat(contests.Select(contest => contest.Document));
        IEnumerable<string> words =
        [
            .. AspectRuleWords.All, .. PanelRuleWords.All, .. TieBreakWords.All, .. SchemeWords.Combinations.Keys, .. SchemeWords.Roles.Keys.Skip(1), .. SchemeWords.Normalisations.Keys,
            .. SchemeWords.RoundingModes.Keys, .. SchemeWords.RankStyles.Keys, "last_stage", "carry_over", "on_no_result", "cap", "floor", "scale", "classic", "advisory", "sample",
        ];
        var outcomes = contests.Select(contest => BothCalculators.Second(contest)).SelectMany(contest => contest.Entries).ToList();

        Assert.DoesNotContain(words, word => !documents.Contains($"\"{word}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Enum.GetValues<ComputedPlace>(), place => outcomes.Count(entry => entry.Place == place) < 40);
        Assert.True(outcomes.Count(entry => entry.IsShared) > 20 && outcomes.Any(entry => entry.IsUnresolved), "equals");
        Assert.True(contests.Any(contest => contest.Decisions.Count > 1), "decisions");
    }

    private static (ComputedContest Engine, ComputedContest Second, ComputedEntry Altered) Altered(Func<ComputedEntry, ComputedEntry> alter)
    {
        var second = Enumerable.Range(1, 100).Select(seed => BothCalculators.Second(RandomContest.Of(seed)))
            .First(contest => contest.Entries.Any(IsWhole));
        var entry = second.Entries.First(IsWhole);
        return (second with { Entries = [.. second.Entries.Select(other => other == entry ? alter(other) : other)] }, second, entry);

        static bool IsWhole(ComputedEntry entry) => entry.Place == ComputedPlace.Ranked && entry.Parts.All(part => part.Outcome.State == PartState.Value);
    }

    private static RoundingPlan Truncating(RoundingPlan plan)
    {
        return new()
        {
            Panel = Cut(plan.Panel), Aspect = Cut(plan.Aspect), Form = Cut(plan.Form), Module = Cut(plan.Module), Stage = Cut(plan.Stage), Total = Cut(plan.Total),
        };

        static RoundingRule? Cut(RoundingRule? rule) => rule is null ? null : rule with { Mode = RoundingMode.Truncate };
    }
}
