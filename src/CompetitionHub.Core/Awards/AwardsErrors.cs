using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>Every refusal around awards, apart from what is wrong with their rules.</summary>
public static class AwardsErrors
{
    /// <summary>No such contest, or it is not the actor's to see.</summary>
    public static Error ContestNotFound() => new(ErrorKind.NotFound, "Awards.ContestNotFound");

    /// <summary>Only organisers put cut-offs on record.</summary>
    public static Error MayNotDecide() => new(ErrorKind.Forbidden, "Awards.MayNotDecide");

    /// <summary>The scheme has no such award.</summary>
    public static Error AwardUnknown(string award) => new(ErrorKind.Invalid, "Awards.AwardUnknown", award);

    /// <summary>Exactly this is on record already.</summary>
    public static Error CutOffAlready() => new(ErrorKind.Conflict, "Awards.CutOffAlready");

    /// <summary>A cut-off that nobody's points can lie at, where <paramref name="full"/> is the most.</summary>
    public static Error CutOffOutside(string full) => new(ErrorKind.Invalid, "Awards.CutOffOutside", full) { Field = "Score" };

    /// <summary>A cut-off below zero in a contest without a full mark.</summary>
    public static Error CutOffNegative() => new(ErrorKind.Invalid, "Awards.CutOffNegative") { Field = "Score" };

    /// <summary>A decision without a reason, or with one longer than the limit.</summary>
    public static Error ReasonMissing(int limit) => new(ErrorKind.Invalid, "Awards.ReasonMissing", limit) { Field = "Reason" };
}
