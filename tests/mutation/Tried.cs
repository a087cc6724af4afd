using System.Globalization;
using System.Security.Cryptography;

namespace CompetitionHub.Mutation;

/// <summary>
/// What became of mutants in earlier runs, so that a run can be stopped and taken up again. A mutant that was caught stays caught while its file is unchanged; one that survived is
/// asked again when the tests have changed.
/// </summary>
internal sealed class Tried
{
    private readonly string path;
    private readonly string tests;
    private readonly string core;
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Fate Fate, string Tests)> fates = new(StringComparer.Ordinal);

    public Tried(string path, string core, IEnumerable<string> testAssemblies)
    {
        (this.path, this.core) = (path, core);
        tests = Hash([.. testAssemblies.SelectMany(File.ReadAllBytes)]);
        foreach (var cells in File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')) : [])
        {
            if (cells.Length == 3)
                fates[cells[0]] = (Enum.Parse<Fate>(cells[1]), cells[2]);
        }
    }

    /// <summary>What is known of a mutant and still holds, or null.</summary>
    public Fate? Of(Mutant mutant) =>
        fates.TryGetValue(Key(mutant), out var known) && (known.Fate is Fate.Killed or Fate.TimedOut || known.Tests == tests) ? known.Fate : null;

    /// <summary>True for a mutant that lived in an earlier run, with whatever tests there were.</summary>
    public bool Survived(Mutant mutant) => fates.TryGetValue(Key(mutant), out var known) && known.Fate is Fate.Survived or Fate.NotReached;

    public void Add(Mutant mutant, Fate fate)
    {
        lock (fates)
        {
            fates[Key(mutant)] = (fate, tests);
            File.AppendAllText(path, $"{Key(mutant)}\t{fate}\t{tests}\n");
        }
    }

    private string Key(Mutant mutant)
    {
        lock (files)
        {
            if (!files.TryGetValue(mutant.File, out var text))
                files.Add(mutant.File, text = Hash(File.ReadAllBytes(Path.Combine(core, mutant.File))));
            return string.Create(CultureInfo.InvariantCulture, $"{text}/{mutant.Number}/{mutant.Change.Replace('\t', ' ')}");
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes))[..16];
}
