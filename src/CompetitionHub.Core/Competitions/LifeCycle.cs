using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>The named steps of a competition's life; each forward step has its way back.</summary>
public enum LifeCycleStep
{
    /// <summary>Draft → published: the public sees the page.</summary>
    Publish,
    /// <summary>Published → draft: off the public pages again.</summary>
    Unpublish,
    /// <summary>Published → running: judges may mark.</summary>
    Start,
    /// <summary>Running → published: judges may no longer mark; what they marked stays.</summary>
    Pause,
    /// <summary>Running → closed: marking is over.</summary>
    Close,
    /// <summary>Closed → running: marking goes on.</summary>
    Reopen,
}

/// <summary>How far one contest is, for the timeline and for the checks of a step.</summary>
public sealed record ContestProgress(
    Contest Contest,
    int SchemeVersion,
    bool SchemeFrozen,
    int SchemeProblems,
    int Entries,
    int SeatsNeeded,
    int SeatsTaken,
    int SheetsExpected,
    int SheetsSubmitted,
    bool HasMarks);

/// <summary>A step with what forbids it and what is worth knowing before it is taken.</summary>
public sealed record StepCheck(LifeCycleStep Step, IReadOnlyList<Error> Blockers, IReadOnlyList<Error> Warnings)
{
    /// <summary>True when nothing forbids the step.</summary>
    public bool IsOpen => Blockers.Count == 0;
}

/// <summary>The life of a competition as a pure table of steps.</summary>
public static class LifeCycle
{
    /// <summary>The state a step starts from.</summary>
    public static CompetitionState From(LifeCycleStep step) => step switch
    {
        LifeCycleStep.Publish => CompetitionState.Draft,
        LifeCycleStep.Unpublish or LifeCycleStep.Start => CompetitionState.Published,
        LifeCycleStep.Pause or LifeCycleStep.Close => CompetitionState.Running,
        LifeCycleStep.Reopen => CompetitionState.Closed,
    };

    /// <summary>The state a step leads to.</summary>
    public static CompetitionState To(LifeCycleStep step) => step switch
    {
        LifeCycleStep.Unpublish => CompetitionState.Draft,
        LifeCycleStep.Publish or LifeCycleStep.Pause => CompetitionState.Published,
        LifeCycleStep.Start or LifeCycleStep.Reopen => CompetitionState.Running,
        LifeCycleStep.Close => CompetitionState.Closed,
    };

    /// <summary>The step onward from a state; null at the end.</summary>
    public static LifeCycleStep? Next(CompetitionState state) => state switch
    {
        CompetitionState.Draft => LifeCycleStep.Publish,
        CompetitionState.Published => LifeCycleStep.Start,
        CompetitionState.Running => LifeCycleStep.Close,
        CompetitionState.Closed => null,
    };

    /// <summary>The step back from a state; null at the beginning.</summary>
    public static LifeCycleStep? Back(CompetitionState state) => state switch
    {
        CompetitionState.Draft => null,
        CompetitionState.Published => LifeCycleStep.Unpublish,
        CompetitionState.Running => LifeCycleStep.Pause,
        CompetitionState.Closed => LifeCycleStep.Reopen,
    };

    /// <summary>What stands in the way of a step, and what does not but should be known.</summary>
    public static StepCheck Check(LifeCycleStep step, IReadOnlyList<ContestProgress> contests) => step switch
    {
        LifeCycleStep.Publish => new(step, contests.Count == 0 ? [CompetitionsErrors.NoContests()] : [], []),
        LifeCycleStep.Unpublish => new(step, contests.Any(c => c.HasMarks) ? [CompetitionsErrors.MarksExist()] : [], []),
        LifeCycleStep.Start => new(step, [.. StartBlockers(contests)], []),
        LifeCycleStep.Close => new(step, [], [.. contests.Where(c => c.SheetsSubmitted < c.SheetsExpected)
            .Select(c => CompetitionsErrors.SheetsMissing(c.Contest.Title, c.SheetsExpected - c.SheetsSubmitted, c.SheetsExpected))]),
        LifeCycleStep.Pause or LifeCycleStep.Reopen => new(step, [], []),
    };

    private static IEnumerable<Error> StartBlockers(IReadOnlyList<ContestProgress> contests)
    {
        if (contests.Count == 0)
        {
            yield return CompetitionsErrors.NoContests();
        }
        foreach (var contest in contests)
        {
            if (contest.SchemeProblems > 0)
            {
                yield return CompetitionsErrors.SchemeNotReady(contest.Contest.Title, contest.SchemeProblems);
            }
            if (contest.SeatsTaken < contest.SeatsNeeded)
            {
                yield return CompetitionsErrors.SeatsFree(contest.Contest.Title, contest.SeatsNeeded - contest.SeatsTaken, contest.SeatsNeeded);
            }
            if (contest.Entries == 0)
            {
                yield return CompetitionsErrors.NoEntries(contest.Contest.Title);
            }
        }
    }
}
