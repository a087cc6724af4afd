using CompetitionHub.Web.Hosting.Verbs;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>The demonstration: a made-up competition, one sign-in per role, and on request judges who go on marking.</summary>
public static class DemoFeature
{
    public static void AddDemo(this IServiceCollection services, StartArguments start)
    {
        if (!start.Demo)
        {
            return;
        }
        services.AddSingleton<DemoGames>();
        services.AddSingleton<DemoPeople>();
        if (start.Live)
        {
            services.AddHostedService<LiveMarking>();
        }
    }

    /// <summary>Fills the empty scratch database; gives the sign-ins to print. Nothing outside a demonstration.</summary>
    public static async Task<IReadOnlyList<DemoSignIn>> PrepareDemoAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<StartArguments>().Demo)
        {
            return [];
        }
        var stopping = app.Lifetime.ApplicationStopping;
        var competition = await app.Services.GetRequiredService<DemoGames>().ImportAsync(stopping);
        return await app.Services.GetRequiredService<DemoPeople>().PrepareAsync(competition.Id, stopping);
    }

    /// <summary>Prints the sign-ins, in Chinese and English like the other lines at start.</summary>
    public static async Task AnnounceDemoAsync(this WebApplication app, IReadOnlyList<DemoSignIn> signIns)
    {
        if (signIns.Count == 0)
        {
            return;
        }
        var texts = app.Services.GetRequiredService<IStringLocalizer<VerbsText>>();
        var live = app.Services.GetRequiredService<StartArguments>().Live;
        var output = Console.Out;
        await output.WriteLineAsync("  " + BothLanguages.Say(texts, "Demo.Ready"));
        await output.WriteLineAsync("  " + BothLanguages.Say(texts, live ? "Demo.Live" : "Demo.NotLive"));
        await output.WriteLineAsync();
        await output.WriteLineAsync("  " + BothLanguages.Say(texts, "Demo.SignIns"));
        foreach (var signIn in signIns)
        {
            await output.WriteLineAsync($"    {signIn.UserName,-14} {signIn.Password,-16} {BothLanguages.Say(texts, "Demo.Role." + signIn.Role)}");
        }
        await output.WriteLineAsync();
    }
}
