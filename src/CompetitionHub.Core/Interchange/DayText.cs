using System.Globalization;

namespace CompetitionHub.Core.Interchange;

/// <summary>Days as 2026-05-01.</summary>
internal static class DayText
{
    private const string Form = "yyyy-MM-dd";

    public static string Write(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateOnly day) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
