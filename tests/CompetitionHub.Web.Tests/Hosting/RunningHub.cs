using System.Net;
using System.Text.RegularExpressions;
using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CompetitionHub.Web.Tests.Hosting;

/// <summary>The people of the tests; each signs in by name with <see cref="RunningHub.Password"/>.</summary>
public enum Who
{
    Nobody,
    Administrator,
    Organiser,
    ChiefJudge,
    Judge,
    Viewer,
    /// <summary>Has an account and no role in the competition.</summary>
    Stranger,
}

/// <summary>
/// The real application on Kestrel and a scratch SQLite database, in process: competition "games" with contest "welding" (see
/// <see cref="MarkingHall"/>), one account per role. Shared by the tests of a class through <c>IClassFixture&lt;RunningHub&gt;</c>.
/// </summary>
public class RunningHub : IAsyncLifetime
{
    public const string Password = "a password of the tests";
    public const string Administrator = "admin";

    private readonly string folder = Directory.CreateTempSubdirectory("hubweb-").FullName;
    private readonly Dictionary<Who, HttpClient> clients = [];
    private WebApplication? app;
    private MarkingHall? hall;

    public Uri Address { get; private set; } = null!;

    public MarkingHall Hall => hall!;

    public IServiceProvider Services => app!.Services;

    /// <summary>False where a test needs the installation before its set-up.</summary>
    protected virtual bool WithPeople => true;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        var start = StartArguments.Parse([$"--Hub:Data={folder}", "--urls=http://127.0.0.1:0"]);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = start.Configuration,
            ApplicationName = typeof(WebFeature).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.AddWeb(start);
        builder.Logging.ClearProviders();
        Configure(builder);
        app = builder.Build();
        app.UseWeb();
        app.MapWeb();
        await app.OpenDataAsync();
        if (WithPeople)
        {
            await PeopleAsync();
        }

        await app.StartAsync();
        Address = Get<OwnAddress>().Find()!;
    }

    /// <summary>A client that follows no redirects and keeps cookies; <paramref name="language"/> is its Accept-Language.</summary>
    public HttpClient Stranger(string language = "zh-CN") => NewClient(language);

    /// <summary>A client signed in as one of the people, by the real form; the same one for each call.</summary>
    public async Task<HttpClient> SignInAsAsync(Who who)
    {
        if (clients.TryGetValue(who, out var known))
        {
            return known;
        }

        var client = NewClient("zh-CN");
        if (who != Who.Nobody)
        {
            using var answer = await client.SignInAsync(NameOf(who), Password);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        return clients[who] = client;
    }

    public string NameOf(Who who) => who switch
    {
        Who.Nobody => "",
        Who.Administrator => Administrator,
        Who.Organiser => Hall.Organiser.UserName,
        Who.ChiefJudge => Hall.Chief.UserName,
        Who.Judge => Hall.Judges[0].UserName,
        Who.Viewer => Hall.Viewer.UserName,
        Who.Stranger => Hall.Stranger.UserName,
    };

    /// <summary>Every endpoint with a route, as the router sees it.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints() =>
        [.. Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    private async Task PeopleAsync()
    {
        var database = Get<Database>();
        var first = await Get<Core.Accounts.AccountService>().CreateFirstAsync(new(Administrator, "管理员", "zh"), Password);
        Assert.True(first.Succeeded);
        hall = await MarkingHall.OpenAsync(() => database, TimeProvider.System);
        // The rows were written beside the services: the boards follow.
        Assert.True((await Get<Core.Standings.BoardService>().RebuildAsync(Core.Shared.Actor.System, Hall.ContestId)).Succeeded);
        await Hall.RunAsync("""
            insert into team_rankings (competition_id, key, position, document, revision)
            values (@CompetitionId, 'total', 1, '{ "key": "total", "name": { "zh": "团体", "en": "Teams" }, "points": { "kind": "total" } }', 1)
            """, new { Hall.CompetitionId });
        // One hash for all: hashing is slow on purpose.
        var hash = Get<IPasswordHasher<Core.Accounts.StoredAccount>>().HashPassword(new(), Password);
        await Hall.RunAsync("update accounts set password_hash = @hash where password_hash is null", new { hash });
    }

    private HttpClient NewClient(string language)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }
}

/// <summary>What a person does in a browser, over plain HTTP.</summary>
public static partial class Browsing
{
    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string userName, string password, string query = "") =>
        client.SubmitAsync("/sign-in" + query, "sign-in", new() { ["Form.UserName"] = userName, ["Form.Password"] = password });

    /// <summary>Opens a page as a browser does.</summary>
    public static async Task<HttpResponseMessage> OpenAsync(this HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        return await client.SendAsync(request);
    }

    /// <summary>Opens a page and sends one of its forms with the antiforgery token found there.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string address, string form, Dictionary<string, string> fields)
    {
        using var page = await client.OpenAsync(address);
        var token = Token().Match(await page.Content.ReadAsStringAsync());
        Assert.True(token.Success, $"{address} has no form with an antiforgery token ({page.StatusCode}).");
        fields["__RequestVerificationToken"] = WebUtility.HtmlDecode(token.Groups[1].Value);
        fields["_handler"] = form;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.ParseAdd("text/html");
        return await client.SendAsync(request);
    }

    /// <summary>The text of a page.</summary>
    public static async Task<string> ReadAsync(this HttpClient client, string address)
    {
        using var answer = await client.OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a file to <c>PAGE/upload</c> with the token of the page; the address it leads to, without fragment.</summary>
    public static async Task<string> UploadAsync(this HttpClient client, string page, string fileName, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.TokenAsync(page)), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", fileName },
        };
        using var answer = await client.PostAsync(page + "/upload", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('#')[0];
    }

    /// <summary>The antiforgery token of a page.</summary>
    public static async Task<string> TokenAsync(this HttpClient client, string page) =>
        WebUtility.HtmlDecode(Token().Match(await client.ReadAsync(page)).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
