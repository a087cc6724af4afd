using System.Globalization;
using CompetitionHub.Core.Competitions;

namespace CompetitionHub.Web.Features.Competitions;

/// <summary>What stands in the form of a competition while it is being filled in.</summary>
public sealed class CompetitionInput
{
    private const string DayFormat = "yyyy-MM-dd";

    public string Slug { get; set; } = "";
    public string NameZh { get; set; } = "";
    public string NameEn { get; set; } = "";
    public CompetitionLevel Level { get; set; } = CompetitionLevel.City;
    public CompetitionClass Class { get; set; } = CompetitionClass.None;
    public string HostZh { get; set; } = "";
    public string HostEn { get; set; } = "";
    public string VenueZh { get; set; } = "";
    public string VenueEn { get; set; } = "";
    public string StartsOn { get; set; } = "";
    public string EndsOn { get; set; } = "";
    public string TimeZone { get; set; } = "Asia/Shanghai";

    public static CompetitionInput Of(CompetitionDetails details) => new()
    {
        Slug = details.Slug,
        NameZh = details.Name.Zh,
        NameEn = details.Name.En,
        Level = details.Level,
        Class = details.Class,
        HostZh = details.Host.Zh,
        HostEn = details.Host.En,
        VenueZh = details.Venue.Zh,
        VenueEn = details.Venue.En,
        StartsOn = Text(details.StartsOn),
        EndsOn = Text(details.EndsOn),
        TimeZone = details.TimeZone,
    };

    /// <summary>A form that begins today and lasts a day.</summary>
    public static CompetitionInput New(DateOnly today) => new() { StartsOn = Text(today), EndsOn = Text(today) };

    /// <summary>An unreadable day becomes the first of all days, which the rules refuse with a sentence.</summary>
    public CompetitionDetails ToDetails() => new(
        Slug, new(NameZh, NameEn), Level, Class, new(HostZh, HostEn), new(VenueZh, VenueEn), Day(StartsOn), Day(EndsOn), TimeZone);

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;
}
