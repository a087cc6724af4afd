using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Every refusal of statistics of judges.</summary>
public static class JudgeStatisticsErrors
{
    /// <summary>No such contest, form or aspect, or it is not the actor's to see.</summary>
    public static Error NotFound() => new(ErrorKind.NotFound, "JudgeStatistics.NotFound");

    /// <summary>Only chief judges and organisers look at judges.</summary>
    public static Error MayNotRead() => new(ErrorKind.Forbidden, "JudgeStatistics.MayNotRead");
}
