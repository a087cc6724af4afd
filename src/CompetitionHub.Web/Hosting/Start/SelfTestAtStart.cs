using CompetitionHub.Web.Hosting.Health;

namespace CompetitionHub.Web.Hosting;

/// <summary>A server that cannot work says so and stops, instead of looking alive.</summary>
public static class SelfTestAtStart
{
    public static async Task<bool> PassesSelfTestAsync(this WebApplication app)
    {
        var failed = (await app.Services.GetRequiredService<SelfTest>().RunAsync(app.Lifetime.ApplicationStopping)).Where(c => !c.Healthy).ToList();
        foreach (var check in failed)
        {
            await Console.Error.WriteLineAsync($"The self-test failed at '{check.Name}': {check.Detail}");
        }

        return failed.Count == 0;
    }
}
