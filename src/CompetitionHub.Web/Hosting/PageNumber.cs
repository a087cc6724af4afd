using System.Globalization;

namespace CompetitionHub.Web.Hosting;

/// <summary>The page of a long list in the address. Bound as text: a number that is none would end the request as a fault.</summary>
public static class PageNumber
{
    /// <summary>The number, or 1 for anything that is not a positive number.</summary>
    public static int Read(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : 1;
}
