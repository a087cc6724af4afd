namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>What follows a verb: operands in order, settings of the program (<c>--Hub:Data=FOLDER</c>) and the verb's own options (<c>--format json</c>).</summary>
public sealed record VerbArguments(IReadOnlyList<string> Operands, IReadOnlyDictionary<string, string> Options, string[] Settings)
{
    /// <summary>Null when the words cannot be understood: an option without a value or given twice, an empty word.</summary>
    public static VerbArguments? Parse(IReadOnlyList<string> words)
    {
        var operands = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Length == 0)
            {
                return null;
            }
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                operands.Add(word);
                continue;
            }
            var parts = word[2..].Split('=', 2);
            var value = parts.Length == 2 ? parts[1] : i + 1 < words.Count ? words[++i] : null;
            if (value is null)
            {
                return null;
            }
            if (parts[0].Contains(':', StringComparison.Ordinal))
            {
                settings.Add($"--{parts[0]}={value}");
            }
            else if (!options.TryAdd(parts[0], value))
            {
                return null;
            }
        }
        return new(operands, options, [.. settings]);
    }
}
