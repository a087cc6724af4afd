using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Teams;

/// <summary>Every refusal around team rankings.</summary>
public static class TeamsErrors
{
    /// <summary>No such competition or ranking, or it is not the actor's to see.</summary>
    public static Error NotFound() => new(ErrorKind.NotFound, "Teams.NotFound");

    /// <summary>Only organisers set up team rankings.</summary>
    public static Error MayNotOrganise() => new(ErrorKind.Forbidden, "Teams.MayNotOrganise");

    /// <summary>Somebody else saved first.</summary>
    public static Error Changed() => new(ErrorKind.Conflict, "Teams.Changed");

    /// <summary>The key belongs to another ranking of the competition.</summary>
    public static Error KeyTaken(string key) => new(ErrorKind.Invalid, "Teams.KeyTaken", key) { Field = "key" };

    /// <summary>More rankings than a competition can have.</summary>
    public static Error TooMany(int most) => new(ErrorKind.Invalid, "Teams.TooMany", most);

    /// <summary>Not small letters, digits and hyphens.</summary>
    public static Error BadKey() => new(ErrorKind.Invalid, "Teams.BadKey");

    /// <summary>No name in either language, or one longer than the limit.</summary>
    public static Error BadName(int limit) => new(ErrorKind.Invalid, "Teams.BadName", limit);

    /// <summary>The competition has no such contest.</summary>
    public static Error ContestUnknown(string slug) => new(ErrorKind.Invalid, "Teams.ContestUnknown", slug);

    /// <summary>A contest that a ranking counts cannot be removed.</summary>
    public static Error ContestCounts(LocalText ranking) => new(ErrorKind.Closed, "Teams.ContestCounts", ranking);

    /// <summary>A number that has to be greater than zero.</summary>
    public static Error NotPositive() => new(ErrorKind.Invalid, "Teams.NotPositive");

    /// <summary>More entries are needed than count.</summary>
    public static Error MoreThanCount(int needed, int counting) => new(ErrorKind.Invalid, "Teams.MoreThanCount", needed, counting);

    /// <summary>A table without rows.</summary>
    public static Error NoRows() => new(ErrorKind.Invalid, "Teams.NoRows");

    /// <summary>A row that ends before it begins.</summary>
    public static Error RowEmpty(int from, int to) => new(ErrorKind.Invalid, "Teams.RowEmpty", from, to);

    /// <summary>Two rows that speak of the same rank or award.</summary>
    public static Error RowsOverlap() => new(ErrorKind.Invalid, "Teams.RowsOverlap");

    /// <summary>Scale points are asked for, but a contest has no scale.</summary>
    public static Error ContestWithoutScale(string slug) => new(ErrorKind.Invalid, "Teams.ContestWithoutScale", slug);

    /// <summary>No chosen contest has such an award.</summary>
    public static Error AwardUnknown(string award) => new(ErrorKind.Invalid, "Teams.AwardUnknown", award);

    /// <summary>A chosen contest has no such aspect.</summary>
    public static Error AspectUnknown(string aspect, string slug) => new(ErrorKind.Invalid, "Teams.AspectUnknown", aspect, slug);
}
