using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;

namespace CompetitionHub.Web.Hosting;

/// <summary>
/// The two languages. Public pages: path prefix (/zh, /en), else Accept-Language, never a cookie.
/// Staff pages: the cookie that the account's language sets, else Accept-Language.
/// </summary>
public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";
    public const string CookieName = "hub.language";

    private static readonly object PrefixKey = new();

    /// <summary>Segments of pages for staff; everything else is public and ignores the cookie.</summary>
    private static readonly string[] StaffSegments = ["/manage", "/judge", "/admin", "/account", "/sign-in", "/sign-out", "/setup", "/api", "/_blazor", "/not-found"];

    public static bool IsStaffPath(PathString path) => StaffSegments.Any(s => path.StartsWithSegments(s));

    /// <summary>The culture of a short language name ("zh", "en") or culture name; Chinese when unknown.</summary>
    public static string CultureOf(string? language) =>
        language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Chinese;

    /// <summary>"zh" or "en": the language of the current request or circuit.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "zh";

    /// <summary>"", "/zh" or "/en": what the reader's address began with; put it before links to public pages.</summary>
    public static string Prefix(HttpContext context) => context.Items[PrefixKey] as string ?? "";

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddTexts();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Chinese).AddSupportedCultures(Chinese, English).AddSupportedUICultures(Chinese, English);
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Provide(Prefix(context) is { Length: > 0 } prefix ? CultureOf(prefix[1..]) : null)),
                new CustomRequestCultureProvider(context => Provide(FromCookie(context))),
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }

    /// <summary>Takes /zh or /en off the path and remembers it (see <see cref="Prefix"/>).</summary>
    public static void UseLanguagePrefix(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        foreach (var prefix in (ReadOnlySpan<string>)["/zh", "/en"])
        {
            if (!context.Request.Path.StartsWithSegments(prefix, StringComparison.Ordinal, out var rest))
            {
                continue;
            }

            if (IsStaffPath(rest))
            {
                // One address per staff page: the prefix only chooses the language.
                SetCookie(context, prefix[1..]);
                context.Response.Redirect(context.Request.PathBase + rest + context.Request.QueryString);
                return Task.CompletedTask;
            }

            context.Items[PrefixKey] = prefix;
            context.Request.Path = rest.HasValue ? rest : "/";
            break;
        }

        return next(context);
    });

    public static void SetCookie(HttpContext context, string language) => context.Response.Cookies.Append(
        CookieName, CultureOf(language)[..2], new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });

    private static string? FromCookie(HttpContext context) =>
        IsStaffPath(context.Request.Path) && context.Request.Cookies[CookieName] is { } value ? CultureOf(value) : null;

    private static Task<ProviderCultureResult?> Provide(string? culture) =>
        Task.FromResult(culture is null ? null : new ProviderCultureResult(new StringSegment(culture)));
}
