using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>Lines at start speak both languages: nobody has chosen one yet.</summary>
internal static class BothLanguages
{
    public static string Say(IStringLocalizer texts, string key) => $"{In(texts, key, Languages.English)} {In(texts, key, Languages.Chinese)}";

    private static string In(IStringLocalizer texts, string key, string culture)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return texts[key].Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
