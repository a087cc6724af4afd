using CompetitionHub.Web;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Hosting.Demo;
using CompetitionHub.Web.Hosting.Verbs;

var start = StartArguments.Parse(args);
if (start.Verb is { } verb)
{
    return await CommandLine.RunAsync(verb, start.Operands);
}

try
{
    using var scratch = start.Demo ? new DemoScratch() : null;
    start = scratch?.Apply(start) ?? start;
    // Settings and assets lie beside the program, wherever it is started from.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.Configuration, ContentRootPath = AppContext.BaseDirectory });
    builder.AddWeb(start);

    await using var app = builder.Build();
    app.UseWeb();
    app.MapWeb();
    await app.OpenDataAsync();
    var signIns = await app.PrepareDemoAsync();
    await app.Services.GetRequiredService<QuietStart>().RunAsync(app);
    if (!await app.PassesSelfTestAsync())
    {
        await app.StopAsync();
        return 1;
    }

    await app.AnnounceAsync();
    await app.AnnounceDemoAsync(signIns);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception problem) when (StartProblems.Explain(problem) is { } sentences)
{
    foreach (var sentence in sentences)
    {
        await Console.Error.WriteLineAsync(sentence);
    }

    return 1;
}
