using System.Net;

namespace CompetitionHub.Web.Tests.Hosting;

/// <summary>One route, an address to try it with, and who gets in. Everybody else is sent to the sign-in (pages), or told 401 or 403.</summary>
public sealed record RouteExpectation(string Key, string Address, Who[] Allowed)
{
    public string Method => Key[..Key.IndexOf(' ', StringComparison.Ordinal)];

    /// <summary>False for addresses that scripts call: they answer 401 instead of showing the sign-in.</summary>
    public bool Page { get; init; } = true;

    /// <summary>What the allowed get.</summary>
    public HttpStatusCode Answer { get; init; } = HttpStatusCode.OK;

    public string? Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Null when the answer is right, else what is wrong with it.</summary>
    public string? Judge(Who who, HttpStatusCode status, string location)
    {
        var right = Allowed.Contains(who)
            ? status == Answer
            : who == Who.Nobody
                ? Page ? status == HttpStatusCode.Found && location.Contains("/sign-in?", StringComparison.Ordinal) : status == HttpStatusCode.Unauthorized
                : status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
        return right ? null : $"{(int)status} {location}";
    }
}

/// <summary>Who may use which route. A new endpoint is added here by whoever adds it.</summary>
public static class RouteExpectations
{
    private static readonly Who[] Everybody = Enum.GetValues<Who>();
    private static readonly Who[] SignedIn = [.. Everybody.Except([Who.Nobody])];
    private static readonly Who[] Administrators = [Who.Administrator];
    private static readonly Who[] Organisers = [Who.Administrator, Who.Organiser];
    private static readonly Who[] Directors = [.. Organisers, Who.ChiefJudge];
    private static readonly Who[] Viewers = [.. Directors, Who.Viewer];

    private static readonly Dictionary<string, string> Pad = new() { ["X-Hub-Pad"] = "1" };

    public static IReadOnlyList<RouteExpectation> All { get; } =
    [
        // Public
        new("GET /", "/", Everybody),
        new("GET /c/{competition}", "/c/games", Everybody),
        new("GET /c/{competition}/{contest}", "/c/games/welding", Everybody),
        new("GET /c/{competition}/{contest}/entries/{code}", "/c/games/welding/entries/K01", Everybody),
        new("GET /c/{competition}/{contest}/screen", "/c/games/welding/screen", Everybody),
        new("GET /c/{competition}/{contest}/events", "/c/games/welding/events", Everybody) { Page = false },
        new("GET /c/{competition}/{contest}/board.json", "/c/games/welding/board.json", Everybody) { Page = false },

        new("GET /manage/{slug}/contests/{contest}/board", "/manage/games/contests/welding/board", Viewers),

        // Judging
        new("GET /judge", "/judge", SignedIn),
        new("GET /judge/{competition}/{contest}/{form}", "/judge/games/welding/f?seat=1", [.. Directors, Who.Judge]),
        new("GET /api/judging/me", "/api/judging/me", SignedIn) { Page = false },
        new("GET /api/judging/{competition}/{contest}/{form}", "/api/judging/games/welding/f?seat=1", [.. Directors, Who.Judge]) { Page = false },
        new("POST /api/judging/commands", "/api/judging/commands", SignedIn) { Page = false, Body = "[]", Headers = Pad, Answer = HttpStatusCode.BadRequest },
        new("GET /manage/{slug}/contests/{contest}/marking", "/manage/games/contests/welding/marking", Viewers),

        new("GET /manage/{slug}/contests/{contest}/statistics", "/manage/games/contests/welding/statistics", Directors),

        // Competitions
        new("GET /manage", "/manage", SignedIn),
        new("GET /manage/new", "/manage/new", Organisers),
        new("GET /manage/{slug}", "/manage/games", Viewers),
        new("GET /manage/{slug}/edit", "/manage/games/edit", Organisers),
        new("GET /manage/{slug}/contests/{contest}", "/manage/games/contests/welding", Viewers),
        new("GET /manage/{slug}/contests/{contest}/marking", "/manage/games/contests/welding/marking", Viewers),

        new("GET /manage/{slug}/contests/{contest}/board", "/manage/games/contests/welding/board", Viewers),

        // Presets
        new("GET /manage/presets", "/manage/presets", Organisers),
        new("GET /manage/presets/{key}", "/manage/presets/plain", Organisers),
        new("GET /manage/presets/{key}/{file}.json", "/manage/presets/plain/plain.json", Organisers),
        new("POST /manage/presets/upload", "/manage/presets/upload", Organisers) { Page = false, Answer = HttpStatusCode.BadRequest },

        // The scheme as a spreadsheet
        new("GET /manage/{slug}/contests/{contest}/table", "/manage/games/contests/welding/table", Organisers),
        new("GET /manage/{slug}/contests/{contest}/table/scheme.xlsx", "/manage/games/contests/welding/table/scheme.xlsx", Viewers),
        new("GET /manage/{slug}/contests/{contest}/table/scheme.csv", "/manage/games/contests/welding/table/scheme.csv", Viewers),
        new("GET /manage/{slug}/contests/{contest}/table/template.xlsx", "/manage/games/contests/welding/table/template.xlsx", Viewers),
        new("POST /manage/{slug}/contests/{contest}/table/upload", "/manage/games/contests/welding/table/upload", Organisers) { Page = false, Answer = HttpStatusCode.BadRequest },

        // Registration and seats
        new("GET /manage/{slug}/delegations", "/manage/games/delegations", Viewers),
        new("GET /manage/{slug}/entries", "/manage/games/entries", Viewers),
        new("GET /manage/{slug}/entries/print", "/manage/games/entries/print", Viewers),
        new("GET /manage/{slug}/entries/template.csv", "/manage/games/entries/template.csv", Viewers),
        new("GET /manage/{slug}/entries/template.xlsx", "/manage/games/entries/template.xlsx", Viewers),
        new("GET /manage/{slug}/entries/export.csv", "/manage/games/entries/export.csv", Viewers),
        new("GET /manage/{slug}/entries/import", "/manage/games/entries/import", Organisers),
        // Without a form it is refused, for want of an antiforgery token.
        new("POST /manage/{slug}/entries/import/upload", "/manage/games/entries/import/upload", Organisers) { Page = false, Answer = HttpStatusCode.BadRequest },
        new("GET /manage/{slug}/contests/{contest}/judges", "/manage/games/contests/welding/judges", Viewers),

        // Accounts
        new("GET /sign-in", "/sign-in", Everybody),
        new("POST /sign-out", "/sign-out", Everybody) { Answer = HttpStatusCode.BadRequest },
        new("GET /setup", "/setup", Everybody) { Answer = HttpStatusCode.Found },
        new("GET /account", "/account", SignedIn),
        new("GET /admin/accounts", "/admin/accounts", Administrators),
        new("GET /admin/accounts/new", "/admin/accounts/new", Administrators),
        new("GET /admin/accounts/list", "/admin/accounts/list", Administrators),
        new("GET /manage/{slug}/staff", "/manage/games/staff", Viewers),

        // Competitions
        new("GET /manage", "/manage", SignedIn),
        new("GET /manage/new", "/manage/new", Organisers),
        new("GET /manage/{slug}", "/manage/games", Viewers),
        new("GET /manage/{slug}/edit", "/manage/games/edit", Organisers),
        new("GET /manage/{slug}/contests/{contest}", "/manage/games/contests/welding", Viewers),

        // Registration
        new("GET /manage/{slug}/delegations", "/manage/games/delegations", Viewers),
        new("GET /manage/{slug}/entries", "/manage/games/entries", Viewers),
        new("GET /manage/{slug}/entries/print", "/manage/games/entries/print", Viewers),
        new("GET /manage/{slug}/entries/export.csv", "/manage/games/entries/export.csv", Viewers),
        new("GET /manage/{slug}/entries/template.xlsx", "/manage/games/entries/template.xlsx", Viewers),
        new("GET /manage/{slug}/entries/template.csv", "/manage/games/entries/template.csv", Viewers),
        new("GET /manage/{slug}/entries/import", "/manage/games/entries/import", Organisers),
        new("POST /manage/{slug}/entries/import/upload", "/manage/games/entries/import/upload", Organisers) { Page = false, Answer = HttpStatusCode.BadRequest },
        new("GET /manage/{slug}/contests/{contest}/judges", "/manage/games/contests/welding/judges", Viewers),

        // Awards and teams
        new("GET /manage/{slug}/contests/{contest}/awards", "/manage/games/contests/welding/awards", Viewers),
        new("GET /manage/{slug}/contests/{contest}/awards/print", "/manage/games/contests/welding/awards/print", Viewers),
        new("GET /manage/{slug}/contests/{contest}/awards/export.csv", "/manage/games/contests/welding/awards/export.csv", Viewers),
        new("GET /manage/{slug}/teams", "/manage/games/teams", Viewers),
        new("GET /manage/{slug}/teams/{ranking}", "/manage/games/teams/total", Viewers),
        new("GET /manage/{slug}/teams/{ranking}/print", "/manage/games/teams/total/print", Viewers),
        new("GET /manage/{slug}/teams/{ranking}/export.csv", "/manage/games/teams/total/export.csv", Viewers),

        // Audit
        new("GET /admin/audit", "/admin/audit", Administrators),
        new("GET /manage/{slug}/audit", "/manage/games/audit", Viewers),

        // Circuits
        new("GET /_blazor", "/_blazor", SignedIn) { Page = false, Answer = HttpStatusCode.BadRequest },
        new("GET /_blazor/negotiate", "/_blazor/negotiate", SignedIn) { Page = false, Answer = HttpStatusCode.MethodNotAllowed },
        new("GET /_blazor/disconnect/", "/_blazor/disconnect/", SignedIn) { Page = false, Answer = HttpStatusCode.MethodNotAllowed },
        new("GET /_blazor/initializers/", "/_blazor/initializers/", SignedIn) { Page = false },
        new("GET /_framework/opaque-redirect", "/_framework/opaque-redirect", SignedIn) { Page = false, Answer = HttpStatusCode.BadRequest },

        // Host
        new("GET /{**path:file}", "/no-such-file.css", Everybody) { Answer = HttpStatusCode.NotFound },
        new("GET /health/live", "/health/live", Everybody) { Page = false },
        new("GET /health/ready", "/health/ready", Everybody) { Page = false },
        new("GET /not-found", "/not-found", Everybody) { Answer = HttpStatusCode.NotFound },
        new("GET /error/{code:int:range(400,599)}", "/error/500", Everybody) { Answer = HttpStatusCode.NotFound },
        new("GET /{**path}", "/no/such/page", Everybody) { Answer = HttpStatusCode.NotFound },
    ];
}
