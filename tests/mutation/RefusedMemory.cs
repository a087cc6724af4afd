using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CompetitionHub.Mutation;

/// <summary>Which changes of an unchanged file the compiler refused in an earlier run, so that it need not be asked in rounds again.</summary>
internal sealed class RefusedMemory
{
    private readonly string path;
    private readonly string core;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lines = new(StringComparer.Ordinal);

    public RefusedMemory(string path, string core)
    {
        (this.path, this.core) = (path, core);
        foreach (var cells in File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')) : [])
            lines[cells[0]] = cells[1];
    }

    /// <summary>Places of refused changes among all those of the file.</summary>
    public IEnumerable<int> Of(string file, IReadOnlyList<Mutant> all) =>
        lines.GetValueOrDefault(keys[file] = Key(file, all), "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    public void Set(string file, IEnumerable<int> numbers) => lines[keys[file]] = string.Join(' ', numbers.Order());

    public void Save() => File.WriteAllLines(path, lines.Select(line => $"{line.Key}\t{line.Value}"));

    // Another tool would make other changes of the same text.
    private string Key(string file, IReadOnlyList<Mutant> all) =>
        Convert.ToHexString(SHA256.HashData([.. File.ReadAllBytes(Path.Combine(core, file)), .. Encoding.UTF8.GetBytes(string.Join('\n', all.Select(mutant => mutant.Change)))]))[..16];
}
