namespace CompetitionHub.Web.Hosting;

/// <summary>What the command line says: a verb with its operands (import, backup, …), flags without value, and the rest for the configuration.</summary>
public sealed record StartArguments(string? Verb, IReadOnlyList<string> Operands, bool Demo, bool Live, string[] Configuration)
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["--lan"] = "--Hub:Lan=true",
    };

    public static StartArguments Parse(IReadOnlyList<string> args)
    {
        var verb = args is ["--help" or "-h" or "-?", ..] ? "help" : args.Count > 0 && !args[0].StartsWith('-') ? args[0] : null;
        if (verb is not null)
        {
            return new(verb, [.. args.Skip(1)], false, false, []);
        }

        // The configuration's own parser takes the word after "--demo" for its value.
        var rest = args.Where(a => a is not ("--demo" or "--live")).Select(a => Settings.GetValueOrDefault(a, a));
        return new(null, [], args.Contains("--demo"), args.Contains("--live"), [.. rest]);
    }
}
