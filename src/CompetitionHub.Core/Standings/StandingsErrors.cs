using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings;

/// <summary>Every refusal around boards.</summary>
public static class StandingsErrors
{
    /// <summary>No such board, or it is not the actor's to see.</summary>
    public static Error BoardNotFound() => new(ErrorKind.NotFound, "Standings.BoardNotFound");

    /// <summary>Only organisers of the competition decide what the public sees.</summary>
    public static Error MayNotPublish() => new(ErrorKind.Forbidden, "Standings.MayNotPublish");

    /// <summary>Only organisers and chief judges may freeze and unfreeze.</summary>
    public static Error MayNotFreeze() => new(ErrorKind.Forbidden, "Standings.MayNotFreeze");

    /// <summary>The board stands still already.</summary>
    public static Error AlreadyFrozen() => new(ErrorKind.Conflict, "Standings.AlreadyFrozen");

    /// <summary>The board is not frozen.</summary>
    public static Error NotFrozen() => new(ErrorKind.Conflict, "Standings.NotFrozen");

    /// <summary>The public sees exactly this already.</summary>
    public static Error VisibilityAlready() => new(ErrorKind.Conflict, "Standings.VisibilityAlready");

    /// <summary>A board cannot be frozen as of a time to come.</summary>
    public static Error FreezeInFuture() => new(ErrorKind.Invalid, "Standings.FreezeInFuture");

    /// <summary>Only organisers and chief judges put decisions between equal entries on record.</summary>
    public static Error MayNotDecide() => new(ErrorKind.Forbidden, "Standings.MayNotDecide");

    /// <summary>The contest's rules name neither a committee nor a lot for this.</summary>
    public static Error NoSuchComparator() => new(ErrorKind.Invalid, "Standings.NoSuchComparator");

    /// <summary>A decision without a reason, or with a text longer than the limit.</summary>
    public static Error ReasonMissing(int limit) => new(ErrorKind.Invalid, "Standings.ReasonMissing", limit) { Field = "Reason" };

    /// <summary>A lot without a seed, or with a text longer than the limit.</summary>
    public static Error SeedMissing(int limit) => new(ErrorKind.Invalid, "Standings.SeedMissing", limit) { Field = "Seed" };

    /// <summary>Fewer than two entries, or one twice.</summary>
    public static Error NothingToDecide() => new(ErrorKind.Invalid, "Standings.NothingToDecide");

    /// <summary>No such entry in the contest.</summary>
    public static Error EntryUnknown(string code) => new(ErrorKind.Invalid, "Standings.EntryUnknown", code);
}
