using System.Globalization;
using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.JudgeStatistics;

/// <summary>Figures as text: a decimal point in both languages, a real minus sign, no minus before zero.</summary>
public static class Figures
{
    public static string Points(double value) => Print(value, "0.00");

    /// <summary>A mark as it was given: no zeros behind it.</summary>
    public static string Mark(double value) => Print(value, "0.######");

    /// <summary>A difference, with its sign.</summary>
    public static string Difference(double value) => Print(value, "+0.00;-0.00;0.00");

    public static string Share(double value) => Print(100 * value, "0") + " %";

    /// <summary>A judge by name, or by the seat.</summary>
    public static string Name(this IStringLocalizer<JudgeStatisticsText> texts, PanelJudge judge) => judge.Name ?? texts["Seat", judge.Seat];

    /// <summary>A form or aspect by key and name; the whole contest by the word for it.</summary>
    public static string Name(this IStringLocalizer<JudgeStatisticsText> texts, PanelPart part) =>
        part.FormKey is null ? texts["Whole"] : $"{part.AspectKey ?? part.FormKey} {part.Name.In(Languages.Current)}";

    /// <summary>Why there is no figure.</summary>
    public static string Say(this IStringLocalizer<JudgeStatisticsText> texts, CannotSay why) => texts["Why." + EnumText.Write(why)];

    // "+0.00" of −0.001 would be "−0.00" without the rounding first.
    private static string Print(double value, string format) =>
        (Math.Round(value, 6) is var exact && Math.Abs(exact) < 0.005 && format.Contains(';', StringComparison.Ordinal) ? 0 : exact)
            .ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
}
