using System.Globalization;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>Awards and advancement on random fields, beside the same rules written a second time by counting who is ahead and who is level.</summary>
public sealed class CutProperties
{
    private const int Contests = 1500;

    private sealed record Runner(string Code, string Delegation, int Total, int Second, EntryStatus Status, bool IsMarked)
    {
        public bool IsRanked => Status == EntryStatus.Active && IsMarked;

        public BoardLine OnBoard => Line(Code, IsMarked ? $"{Total} {Second}" : "", Status);

        public int Compare(Runner other, bool byPoints) =>
            other.Total != Total || byPoints ? other.Total.CompareTo(Total) : other.Second.CompareTo(Second);
    }

    [Fact]
    public void Awards_Any_AreWhatCountingGives()
    {
        for (var seed = 0; seed < Contests; seed++)
        {
            var random = new Random(seed);
            var runners = Runners(random);
            var group = Group(Pick<TieRule>(random), [.. Enumerable.Range(0, 3).Select(n => Award($"a{n}", Quota(random), new TotalCondition(new(Points($"{random.Next(4)}"), null))) with { FromTop = random.Next(2) == 0 })])
                with { Base = Pick<FieldBase>(random) };

            var result = AwardCalculator.Compute(Field(runners, [group]), new Dictionary<string, Score>())[0];

            Assert.Equal($"{seed} {ByCounting(group, runners)}", $"{seed} {Say(result)}");
        }
    }

    [Fact]
    public void Advancement_Any_IsWhatCountingGives()
    {
        for (var seed = 0; seed < Contests; seed++)
        {
            var random = new Random(seed);
            var runners = Runners(random);
            var rule = new AdvancementRule
            {
                Quota = Quota(random), Ties = Pick<TieRule>(random), Base = Pick<FieldBase>(random), Reserves = random.Next(4),
                PerDelegation = random.Next(2) == 0 ? null : random.Next(1, 3), Require = [new TotalCondition(new(Points($"{random.Next(4)}"), null))],
            };

            var result = AdvancementCalculator.Compute(Field(runners, []), rule);

            Assert.Equal($"{seed} {ByCounting(rule, runners)}", $"{seed} {string.Join(' ', result.Lines.Select(Told).Order(StringComparer.Ordinal))}");
            Assert.Equal((seed, Places(rule.Quota, rule.Base, runners) is null || result.Lines.Any(line => line.State == AdvancementState.Undecided)), (seed, result.IsOpen));
        }
    }

    private static string ByCounting(AwardGroup group, List<Runner> runners)
    {
        var (left, holders, open) = (runners.Where(runner => runner.IsRanked).ToList(), 0, false);
        return string.Join(" | ", group.Awards.Select(award =>
        {
            if (open)
                return $"{award.Key}: …";
            var candidates = left.Where(runner => runner.Total >= Least(award.Require)).ToList();
            if (Places(award.Quota, group.Base, runners) is not { } places)
            {
                open = true;
                return $"{award.Key}: …";
            }
            var count = award.FromTop ? Math.Max(places - holders, 0) : places;
            var (taken, tied) = Cut(candidates, count, group.Ties);
            open = group.Ties == TieRule.Comparators && tied.Count > 0;
            holders += taken.Count;
            left.RemoveAll(taken.Contains);
            return $"{award.Key}: {string.Join(' ', Ordered(taken).Select(runner => runner.Code).Concat(open ? Ordered(tied).Select(runner => runner.Code + "?") : []))}{(open ? "…" : "")}".TrimEnd();
        }));
    }

    private static string ByCounting(AdvancementRule rule, List<Runner> runners)
    {
        var qualified = Ordered(runners.Where(runner => runner.IsRanked && runner.Total >= Least(rule.Require))).ToList();
        var most = rule.PerDelegation ?? int.MaxValue;
        // Of a delegation the best by everything that is compared, then by code, keep its places.
        var own = qualified.ToDictionary(runner => runner, runner => qualified.Where(other => other.Delegation.Length > 0 && other.Delegation == runner.Delegation).ToList());
        var full = qualified.Where(runner => own[runner].IndexOf(runner) >= most).ToHashSet();
        var unsure = qualified.Where(runner => own[runner].Count(other => other.Compare(runner, false) < 0) < most && own[runner].Count(other => other.Compare(runner, false) <= 0) > most).ToHashSet();
        var candidates = qualified.Where(runner => !full.Contains(runner)).ToList();
        var places = Places(rule.Quota, rule.Base, runners);
        var (taken, tied) = Cut(candidates, places ?? 0, rule.Ties);
        var said = runners.ToDictionary(runner => runner, runner => $"{AdvancementState.DoesNotQualify} {(runner.IsRanked ? AdvancementReason.Conditions : AdvancementReason.NotRanked)}");
        foreach (var runner in candidates)
        {
            said[runner] = taken.Contains(runner) ? $"{(unsure.Contains(runner) ? AdvancementState.Undecided : AdvancementState.Advances)}"
                : rule.Ties == TieRule.Comparators && tied.Contains(runner) ? $"{AdvancementState.Undecided}"
                : $"{AdvancementState.Qualifies} {(rule.Ties == TieRule.Exclude && tied.Contains(runner) ? AdvancementReason.TieExcluded : places is null ? AdvancementReason.PlacesUndefined : AdvancementReason.PlacesTaken)}";
        }
        foreach (var runner in full)
        {
            var open = unsure.Contains(runner) && candidates.Any(other => own[other].Contains(runner) && other.Compare(runner, false) == 0 && said[other] == $"{AdvancementState.Undecided}");
            said[runner] = open ? $"{AdvancementState.Undecided}" : $"{AdvancementState.Qualifies} {AdvancementReason.DelegationFull}";
        }
        var waiting = candidates.Where(runner => said[runner].StartsWith($"{AdvancementState.Qualifies}", StringComparison.Ordinal)).ToList();
        foreach (var runner in waiting)
        {
            var number = waiting.Count(other => other.Compare(runner, false) < 0);
            if (number < rule.Reserves)
                said[runner] = said[runner].Replace($"{AdvancementState.Qualifies}", $"{AdvancementState.Reserve}{number + 1}", StringComparison.Ordinal);
        }
        return string.Join(' ', runners.Select(runner => $"{runner.Code}:{said[runner].Replace(' ', '/')}").Order(StringComparer.Ordinal));
    }

    private static string Told(AdvancementLine line) => $"{line.Line.Code}:{line.State}{line.Reserve}{(line.Reason is { } reason ? $"/{reason}" : "")}";

    // In is whoever has fewer ahead than there are places, or (out) whoever shares the line with more than there are places for.
    private static (HashSet<Runner> Taken, HashSet<Runner> Tied) Cut(List<Runner> candidates, int places, TieRule ties)
    {
        var byPoints = ties != TieRule.Comparators;
        int Ahead(Runner runner) => candidates.Count(other => other.Compare(runner, byPoints) < 0);
        int Level(Runner runner) => candidates.Count(other => other.Compare(runner, byPoints) == 0);
        var tied = candidates.Where(runner => Ahead(runner) < places && Ahead(runner) + Level(runner) > places).ToHashSet();
        return ([.. candidates.Where(runner => Ahead(runner) < places && (ties == TieRule.Include || !tied.Contains(runner)))], tied);
    }

    private static int? Places(Quota quota, FieldBase of, List<Runner> runners)
    {
        var field = runners.Count(runner => of switch
        {
            FieldBase.Registered => true,
            FieldBase.TookPart => runner.Status is EntryStatus.Active or EntryStatus.Disqualified,
            FieldBase.Ranked => runner.IsRanked,
        });
        return quota switch
        {
            NumberQuota number => number.Count,
            ShareQuota share => share.Rounding switch
            {
                ShareRounding.Floor => (int)Math.Floor(Percent(share) * field),
                ShareRounding.Ceiling => (int)Math.Ceiling(Percent(share) * field),
                ShareRounding.Half => (int)Math.Round(Percent(share) * field, MidpointRounding.AwayFromZero),
            },
            _ => field switch { <= 3 => 1, 4 => (int?)null, <= 8 => 2, _ => 3 },
        };
    }

    private static decimal Percent(ShareQuota share) => decimal.Parse(share.Part.ToString(), CultureInfo.InvariantCulture) / 100;

    private static int Least(IReadOnlyList<AwardCondition> require) => int.Parse(require.OfType<TotalCondition>().Single().Limits.AtLeast!.Value.ToString(), CultureInfo.InvariantCulture);

    private static IOrderedEnumerable<Runner> Ordered(IEnumerable<Runner> runners) =>
        runners.OrderByDescending(runner => runner.Total).ThenByDescending(runner => runner.Second).ThenBy(runner => runner.Code, StringComparer.Ordinal);

    // Few different totals, so that there are many equals.
    private static List<Runner> Runners(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(0, 13)).Select(n => new Runner(
            $"E{n:00}", random.Next(4) switch { 0 => "", var letter => $"{(char)('A' + letter)}" }, random.Next(6), random.Next(3),
            random.Next(12) switch { 0 => EntryStatus.Absent, 1 => EntryStatus.Disqualified, 2 => EntryStatus.Withdrawn, _ => EntryStatus.Active }, random.Next(10) > 0)),
    ];

    private static Quota Quota(Random random) => random.Next(5) switch
    {
        0 => new FieldSizeQuota([new(null, 3, 1), new(5, 8, 2), new(9, null, 3)]),
        1 or 2 => Share($"{random.Next(1, 12) * 5}", Pick<ShareRounding>(random)),
        _ => new NumberQuota(random.Next(1, 6)),
    };

    private static ContestField Field(List<Runner> runners, AwardGroup[] awards) => Of(
        Plain with { Awards = awards, TieBreaks = [new FormTieBreak("f")] }, runners.Select(runner => runner.OnBoard),
        code => new() { Delegation = runners.Single(runner => runner.Code == code).Delegation });

    private static T Pick<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];
}
