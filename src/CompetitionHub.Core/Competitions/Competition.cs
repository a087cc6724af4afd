using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>How far up the ladder a competition stands (国家级 … 企业级, or one industry).</summary>
public enum CompetitionLevel
{
    /// <summary>国家级.</summary>
    National,
    /// <summary>省级.</summary>
    Province,
    /// <summary>市级.</summary>
    City,
    /// <summary>县（区）级.</summary>
    County,
    /// <summary>园区级.</summary>
    Park,
    /// <summary>企业级.</summary>
    Enterprise,
    /// <summary>行业.</summary>
    Industry,
}

/// <summary>The class within a level (一类, 二类, 三类), as the approving body gives it.</summary>
public enum CompetitionClass
{
    /// <summary>Not classed.</summary>
    None,
    /// <summary>一类.</summary>
    One,
    /// <summary>二类.</summary>
    Two,
    /// <summary>三类.</summary>
    Three,
}

/// <summary>Where a competition is in its life: seen by its staff, announced, marking, over.</summary>
public enum CompetitionState
{
    /// <summary>Only its staff see it.</summary>
    Draft,
    /// <summary>Announced: the public sees its page.</summary>
    Published,
    /// <summary>Judges mark.</summary>
    Running,
    /// <summary>Over: no more marks.</summary>
    Closed,
}

/// <summary>What an organiser says about a competition; days are local to <paramref name="TimeZone"/> (an IANA name).</summary>
public sealed record CompetitionDetails(
    string Slug,
    LocalText Name,
    CompetitionLevel Level,
    CompetitionClass Class,
    LocalText Host,
    LocalText Venue,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string TimeZone)
{
    /// <summary>A moment by the clocks where the competition is, wherever the server stands.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>A competition (赛事): holds contests, entries and staff. <paramref name="Revision"/> grows with each change.</summary>
public sealed record Competition(string Id, CompetitionDetails Details, CompetitionState State, long Revision, DateTimeOffset CreatedAt)
{
    /// <summary>Its part of every address.</summary>
    public string Slug => Details.Slug;

    /// <summary>Its name.</summary>
    public LocalText Name => Details.Name;

    /// <summary>True once the public may see its page.</summary>
    public bool IsPublic => State != CompetitionState.Draft;

    /// <summary>True while judges may enter marks.</summary>
    public bool TakesMarks => State == CompetitionState.Running;
}
