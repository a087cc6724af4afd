using System.Globalization;
using CompetitionHub.Core;
using CompetitionHub.Core.Data;
using CompetitionHub.Web.Features.Verification;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>Runs one verb and gives the exit code: 0 done, 1 refused, 2 wrong usage. Speaks the language of LC_ALL, LC_MESSAGES or LANG.</summary>
public static class CommandLine
{
    private static readonly string[] LanguageVariables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private static readonly Dictionary<string, Verb> Verbs = new(StringComparer.Ordinal)
    {
        ["import"] = new(a => a.Operands.Count == 1, CompetitionVerbs.ImportAsync),
        ["export"] = new(a => a.Operands.Count == 2, CompetitionVerbs.ExportAsync),
        ["standings"] = new(IsStandings, CompetitionVerbs.StandingsAsync, "format"),
        ["migrate"] = new(a => a.Operands.Count == 0, DatabaseVerbs.MigrateAsync),
        ["backup"] = new(a => a.Operands.Count == 1, DatabaseVerbs.BackupAsync),
        ["restore"] = new(a => a.Operands.Count == 1, DatabaseVerbs.RestoreAsync),
        ["verify"] = new(a => a.Operands is ["audit" or "results", _], VerifyAsync),
        ["help"] = new(_ => true, verb => verb.SayAsync("Help")),
    };

    public static Task<int> RunAsync(string name, IReadOnlyList<string> words) =>
        RunAsync(name, words, Console.OpenStandardOutput(), Console.Error, LanguageOfMachine());

    public static async Task<int> RunAsync(string name, IReadOnlyList<string> words, Stream output, TextWriter problems, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Languages.CultureOf(language));
        var arguments = VerbArguments.Parse(words);
        await using var services = Services(arguments?.Settings ?? []);
        var texts = services.GetRequiredService<IStringLocalizer<VerbsText>>();
        if (!Verbs.TryGetValue(name, out var verb))
        {
            await problems.WriteLineAsync(texts["UnknownVerb", name]);
            return VerbContext.WrongUsage;
        }
        if (arguments is null || !verb.Fits(arguments) || arguments.Options.Keys.Any(o => !verb.Options.Contains(o)))
        {
            await problems.WriteLineAsync(texts["Usage", name, texts["Usage." + name]]);
            return VerbContext.WrongUsage;
        }
        try
        {
            return await verb.RunAsync(new(arguments, services, output, problems));
        }
        catch (DatabaseInUseException)
        {
            await problems.WriteLineAsync(texts["Refused.InUse"]);
        }
        catch (DatabaseStateException state)
        {
            await problems.WriteLineAsync(texts["Refused.State", state.Message]);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            await problems.WriteLineAsync(texts["Refused.System", refused.Message]);
        }
        return VerbContext.Refused;
    }

    private static Task<int> VerifyAsync(VerbContext verb) =>
        verb.Arguments.Operands[0] == "results" ? ResultVerbs.VerifyAsync(verb) : DatabaseVerbs.VerifyAsync(verb);

    private static bool IsStandings(VerbArguments arguments) =>
        arguments.Operands is [var place] && place.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
        && arguments.Options.GetValueOrDefault("format", "csv") is "csv" or "json";

    private static ServiceProvider Services(string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(settings)
            .Build();
        var hub = configuration.GetSection(HubOptions.Section).Get<HubOptions>() ?? new HubOptions();
        var services = new ServiceCollection();
        // A verb's output is for people and programs: only what is wrong belongs beside it.
        services.AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        services.AddLanguages();
        services.AddErrorSentences();
        services.AddSingleton<DifferenceWords>();
        services.AddCore(hub.ToDataOptions());
        return services.BuildServiceProvider();
    }

    private static string LanguageOfMachine() =>
        LanguageVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) is { } set
        && set.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";

    private sealed record Verb(Func<VerbArguments, bool> Fits, Func<VerbContext, Task<int>> RunAsync, params string[] Options);
}
