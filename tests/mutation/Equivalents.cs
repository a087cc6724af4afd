namespace CompetitionHub.Mutation;

/// <summary>Mutants that change nothing anybody could see, each with the reason: in equivalent.txt, the key on a line and the reason, indented, on the next.</summary>
internal static class Equivalents
{
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> keys = [];
        foreach (var line in File.ReadLines(file).Where(line => line.Trim().Length > 0 && !line.StartsWith('#')))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                keys.Add(line.TrimEnd());
                continue;
            }
            // One reason may stand for several keys above it.
            foreach (var key in keys)
                reasons[key] = line.Trim();
            keys.Clear();
        }
        return reasons;
    }
}
