using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using static CompetitionHub.Core.Tests.Awards.Fields;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>What must hold for all fields and rules.</summary>
public sealed class AwardProperties
{
    private static readonly Gen<Quota> Quotas = Gen.OneOf<Quota>(
        Gen.Choose(1, 6).Select(Quota (count) => new NumberQuota(count)),
        from percent in Gen.Choose(1, 30) from rounding in Gen.Elements(Enum.GetValues<ShareRounding>()) select (Quota)Share($"{percent}", rounding),
        Gen.Constant<Quota>(new FieldSizeQuota([new(null, 5, 1), new(6, 12, 2), new(13, null, 3)])));

    private static readonly Gen<AwardGroup> Groups =
        from quotas in Quotas.ArrayOf(3)
        from fromTop in Gen.Elements(true, false)
        from ties in Gen.Elements(Enum.GetValues<TieRule>())
        from of in Gen.Elements(Enum.GetValues<FieldBase>())
        from least in Gen.Choose(0, 3)
        select Group(ties, [.. quotas.Select((quota, n) => Award($"a{n}", quota, new TotalCondition(new(Points($"{least}"), null))) with { FromTop = fromTop })]) with { Base = of };

    // Few different totals and comparators, so that there are many ties.
    private static readonly Gen<Case> Cases =
        from groups in Groups
        from entries in (from total in Gen.Choose(0, 8) from second in Gen.Choose(0, 2) from state in Gen.Choose(0, 9) select (total, second, state)).ArrayOf()
        select new Case(groups, [.. entries.Select((entry, n) => entry.state switch
        {
            0 => Line($"E{n:00}", "", EntryStatus.Absent),
            1 => Line($"E{n:00}", ""),
            _ => Line($"E{n:00}", $"{entry.total} {entry.second}"),
        })]);

    public sealed record Case(AwardGroup Group, BoardLine[] Lines)
    {
        public ContestField Field(IEnumerable<BoardLine> lines) => Of(Plain with { Awards = [Group], TieBreaks = [new FormTieBreak("f")] }, lines);

        public AwardGroupResult Compute() => AwardCalculator.Compute(Field(Lines), new Dictionary<string, Score>())[0];

        public override string ToString() =>
            $"{Group.Ties} {Group.Base} {string.Join(' ', Group.Awards.Select(a => $"{a.Quota}{a.FromTop}"))}\n{string.Join('\n', Lines.Select(l => $"{l.Code} {l.Status} {string.Join(' ', l.Keys)}"))}";
    }

    [Fact]
    public void Numbers_AreExceededOnlyByThoseTiedAtTheCut() => Properties.Hold(Cases, c =>
    {
        var result = c.Compute();
        var field = c.Field(c.Lines);
        var holders = 0;
        foreach (var award in result.Awards)
        {
            var places = award.Award.Quota.Of(result.Field);
            var number = award.Award.FromTop ? Math.Max(places.Count - holders, 0) : places.Count;
            if (award.Entries.Count > number)
            {
                // Whoever is beyond the number has the points of the last within it.
                if (c.Group.Ties != TieRule.Include || number == 0
                    || award.Entries.Skip(number).Any(line => field.ComparePoints(line, award.Entries[number - 1]) != 0))
                    return false;
            }
            holders += award.Entries.Count;
        }
        return true;
    }, 5000);

    [Fact]
    public void Awards_NobodyGetsTwo_AndOnlyRankedEntriesThatMeetTheConditions() => Properties.Hold(Cases, c =>
    {
        var given = c.Compute().Awards.SelectMany(award => award.Entries.Select(line => (award.Award, line))).ToList();
        return given.Select(pair => pair.line.Code).Distinct().Count() == given.Count
            && given.All(pair => pair.line.IsRanked && pair.Award.Require.OfType<TotalCondition>().Single().Limits.Hold(pair.line.Points));
    }, 5000);

    [Fact]
    public void Awards_ABetterEntry_NeverGetsLess() => Properties.Hold(Cases, c =>
    {
        var result = c.Compute();
        var level = result.Awards.SelectMany((award, place) => award.Entries.Concat(award.Undecided).Select(line => (line.Code, place)))
            .GroupBy(pair => pair.Code).ToDictionary(group => group.Key, group => group.Min(pair => pair.place));
        var eligible = c.Field(c.Lines).Ranked.Where(line => c.Group.Awards[0].Require.All(condition => condition.IsMet(line, c.Field(c.Lines)))).ToList();
        // Excluding the tied may leave a better award empty and still give the next one: then they get that.
        return eligible.Zip(eligible.Skip(1)).All(pair =>
            level.GetValueOrDefault(pair.First.Code, int.MaxValue) <= level.GetValueOrDefault(pair.Second.Code, int.MaxValue));
    }, 5000);

    [Fact]
    public void Awards_TiedEntries_AreTreatedAlike() => Properties.Hold(Cases, c =>
    {
        var result = c.Compute();
        string Of(string code) => result.Awards.FirstOrDefault(award => award.Entries.Any(line => line.Code == code))?.Award.Key ?? "";
        var field = c.Field(c.Lines);
        return field.Ranked.Zip(field.Ranked.Skip(1)).All(pair =>
            (c.Group.Ties == TieRule.Comparators ? field.Compare(pair.First, pair.Second) : field.ComparePoints(pair.First, pair.Second)) != 0
            || Of(pair.First.Code) == Of(pair.Second.Code));
    }, 5000);

    [Fact]
    public void Awards_OrderOfEntries_DoesNotMatter() => Properties.Hold(from c in Cases from seed in Gen.Choose(0, 1000) select (c, seed), pair =>
    {
        var shuffled = pair.c with { Lines = Properties.Shuffled(pair.c.Lines, pair.seed) };
        return Say(pair.c.Compute()) == Say(shuffled.Compute());
    });
}
