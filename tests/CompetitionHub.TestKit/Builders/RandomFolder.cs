using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.TestKit.Builders;

/// <summary>Writes generated contests as one interchange folder, with most of their sheets handed in.</summary>
public static class RandomFolder
{
    /// <summary>Writes the contests of these seeds as contests of one competition; entry codes get the seed before them, because they are unique in a competition.</summary>
    public static void Write(string slug, IEnumerable<int> seeds, string folder)
    {
        var name = new LocalText("随机", "Random");
        var details = new CompetitionDetails(slug, name, CompetitionLevel.Enterprise, CompetitionClass.None, name, name, new(2026, 11, 1), new(2026, 11, 2), "UTC");
        FolderWriter.Write(new(details, CompetitionState.Running, [], [], [.. seeds.Select(seed => Contest(RandomContest.Of(seed)))]), folder);
    }

    private static FolderContest Contest(RandomContest contest)
    {
        var dice = new Dice(contest.Seed);
        var name = new LocalText($"赛项{contest.Seed}", $"Contest {contest.Seed}");
        var formOf = contest.Scheme.AllForms().SelectMany(form => form.Aspects.Select(aspect => (Aspect: aspect.Key, form.Key))).ToDictionary(row => row.Aspect, row => row.Key);
        var sheets = contest.Entries.SelectMany(entry => contest.Scheme.AllForms().SelectMany(form => Enumerable.Range(1, form.Judges).Where(_ => dice.Falls(97))
            .Select(seat => new FolderSheet(Code(entry.Code), form.Key, seat, dice.Falls(97) ? SheetState.Submitted : SheetState.Reopened))));
        return new(
            new(new($"contest-{contest.Seed}", name, "", new("", ""), ContestFormat.Individual, CountingRule.Submitted), BoardVisibility.Full, false, [], contest.Scheme)
            {
                Decisions = [.. contest.Decisions.Select(decision => decision with { Entries = [.. decision.Entries.Select(Code)] })],
            },
            [
                .. contest.Entries.Select(entry => new FolderEntry(
                    Code(entry.Code), new("", entry.Code), null, [], entry.TakesPart ? EntryStatus.Active : dice.Of(EntryStatus.Absent, EntryStatus.Withdrawn), entry.TakesPart ? null : "reason")
                {
                    Panel = entry.Panel,
                }),
            ],
            [.. contest.Entries.SelectMany(entry => entry.Marks.Select(mark => new FolderMark(Code(entry.Code), formOf[mark.AspectKey], mark.AspectKey, mark.Seat, mark.State, mark.Value)))],
            [.. sheets]);

        string Code(string code) => $"{contest.Seed}-{code}";
    }
}
