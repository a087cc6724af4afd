using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Public;

/// <summary>Days and times as public pages print them, where the competition is.</summary>
public static class PublicDates
{
    /// <summary>2026年5月1日 – 3日; 1 – 3 May 2026.</summary>
    public static string Days(CompetitionDetails details)
    {
        var (from, to) = (details.StartsOn, details.EndsOn);
        var culture = CultureInfo.CurrentCulture;
        if (Languages.Current == "zh")
        {
            return from == to ? from.ToString("yyyy年M月d日", culture)
                : from.Year != to.Year ? $"{from.ToString("yyyy年M月d日", culture)} – {to.ToString("yyyy年M月d日", culture)}"
                : from.Month != to.Month ? $"{from.ToString("yyyy年M月d日", culture)} – {to.ToString("M月d日", culture)}"
                : $"{from.ToString("yyyy年M月d日", culture)} – {to.ToString("%d", culture)}日";
        }

        return from == to ? from.ToString("d MMM yyyy", culture)
            : from.Year != to.Year ? $"{from.ToString("d MMM yyyy", culture)} – {to.ToString("d MMM yyyy", culture)}"
            : from.Month != to.Month ? $"{from.ToString("d MMM", culture)} – {to.ToString("d MMM yyyy", culture)}"
            : $"{from.ToString("%d", culture)} – {to.ToString("d MMM yyyy", culture)}";
    }

    /// <summary>Hour and minute of a moment.</summary>
    public static string Minute(DateTimeOffset at, CompetitionDetails details) =>
        details.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);
}
