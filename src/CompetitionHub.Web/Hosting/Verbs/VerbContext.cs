using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>What a verb works with: its words, the services, and the words for people. Results go to <see cref="Output"/>, everything else to <see cref="Problems"/>.</summary>
public sealed class VerbContext(VerbArguments arguments, IServiceProvider services, Stream output, TextWriter problems)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    private readonly IStringLocalizer texts = services.GetRequiredService<IStringLocalizer<VerbsText>>();

    public VerbArguments Arguments => arguments;

    public Stream Output => output;

    public TextWriter Problems => problems;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens the database; a reading verb may do so beside a running server, a writing one takes the SQLite file for itself.</summary>
    public Task OpenAsync(DatabaseAccess access) => Get<Database>().OpenAsync(access);

    /// <summary>Prints a line of the result and is done.</summary>
    public async Task<int> SayAsync(string key, params object[] args)
    {
        await PrintAsync(Text(key, args));
        return Done;
    }

    /// <summary>Prints a line of the result in words that were found elsewhere.</summary>
    public async Task PrintAsync(string line)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true);
        await writer.WriteLineAsync(line);
    }

    /// <summary>Prints why not.</summary>
    public async Task<int> RefuseAsync(Result result)
    {
        foreach (var error in result.Errors)
        {
            await problems.WriteLineAsync(Get<ErrorSentences>().Say(error));
        }
        return Refused;
    }

    public string Text(string key, params object[] args) => texts[key, args].Value;
}
