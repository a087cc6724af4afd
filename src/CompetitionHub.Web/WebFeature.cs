using System.Text.Encodings.Web;
using System.Text.Unicode;
using CompetitionHub.Core;
using CompetitionHub.Web.Components;
using CompetitionHub.Web.Features.Accounts;
using CompetitionHub.Web.Features.Awards;
using CompetitionHub.Web.Features.Competitions;
using CompetitionHub.Web.Features.Competitions.Presets;
using CompetitionHub.Web.Features.Competitions.Spreadsheet;
using CompetitionHub.Web.Features.Judging;
using CompetitionHub.Web.Features.Live;
using CompetitionHub.Web.Features.Public;
using CompetitionHub.Web.Features.Registration;
using CompetitionHub.Web.Features.Teams;
using CompetitionHub.Web.Features.Verification;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.Health;
using CompetitionHub.Web.Hosting.Demo;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.Extensions.WebEncoders;
using Radzen;

namespace CompetitionHub.Web;

/// <summary>Puts the web together: services, pipeline, endpoints. The order of the pipeline matters; its reasons stand beside it.</summary>
public static class WebFeature
{
    public static void AddWeb(this WebApplicationBuilder builder, StartArguments start)
    {
        // Without it, plain `dotnet run` outside Development answers compressed requests for assets with an empty body.
        builder.WebHost.UseStaticWebAssets();
        QuietStart.Add(builder);
        var hub = builder.AddHubOptions();
        builder.AddListening(hub);

        var services = builder.Services;
        services.AddSingleton(start);
        var data = hub.ToDataOptions();
        services.AddCore(data);
        services.AddKeyRing(data);
        services.AddDemo(start);
        services.AddLanguages();
        services.AddErrorSentences();
        services.AddSingleton<DifferenceWords>();
        services.AddHubResponseCompression();
        services.AddOutputCache();
        services.AddPublicPages();
        services.AddLiveBoards();
        // Chinese as Chinese, not as &#x…; (2.6 times the bytes).
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddCompetitionPages();
        services.AddAwardPages();
        services.AddTeamPages();
        services.AddSignIn();
        services.AddHealth();
        services.AddRazorComponents().AddInteractiveServerComponents()
            // A pasted list of a thousand people is one message.
            .AddHubOptions(options => options.MaximumReceiveMessageSize = 1024 * 1024);
        services.AddRadzenComponents();
        services.AddSingleton<ILocalizer, RadzenTexts>();
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        // Boards in memory are answered here, before anything that costs time.
        app.UseBoardGate();
        app.UseResponseCompression();
        // Before routing: /zh/c/x and /c/x are the same route.
        app.UseLanguagePrefix();
        app.UseRequestLocalization();
        app.UseErrorPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFirstPassword();
        app.UseAntiforgery();
        // After localisation: cached bytes differ by language.
        app.UseOutputCache();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapErrorPages();
        app.MapJudging();
        app.MapHealth();
        app.MapAccounts();
        app.MapRegistration();
        app.MapPresets();
        app.MapSchemeSheets();
        app.MapAwards();
        app.MapTeams();
        app.MapLive();
        app.MapPublicPages();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
        app.MapNotFound();
    }
}
