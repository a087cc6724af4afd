namespace CompetitionHub.Web.Hosting;

/// <summary>The reader's choice of light or dark; without one the system's setting rules.</summary>
public static class ThemeChoice
{
    public const string CookieName = "hub.theme";

    public static string? Of(HttpContext? context) => context?.Request.Cookies[CookieName] is "light" or "dark" ? context.Request.Cookies[CookieName] : null;

    public static void SetCookie(HttpContext context, string? theme)
    {
        if (theme is "light" or "dark")
        {
            context.Response.Cookies.Append(CookieName, theme, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        }
        else
        {
            context.Response.Cookies.Delete(CookieName);
        }
    }
}
