using System.Globalization;
using System.Security.Cryptography;

namespace CompetitionHub.Mutation;

/// <summary>Which changes of an unchanged file the compiler refused in an earlier run of the same tool, so that it need not be asked in rounds again.</summary>
internal sealed class RefusedMemory
{
    private readonly string path;
    private readonly string core;
    private readonly string tool = Hash(typeof(RefusedMemory).Assembly.Location);
    private readonly Dictionary<string, string> lines = new(StringComparer.Ordinal);

    public RefusedMemory(string path, string core)
    {
        (this.path, this.core) = (path, core);
        foreach (var cells in File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')) : [])
            lines[cells[0]] = cells[1];
    }

    /// <summary>Places of refused changes among those of the file.</summary>
    public IEnumerable<int> Of(string file) =>
        lines.GetValueOrDefault(Key(file), "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    public void Set(string file, IEnumerable<int> numbers) => lines[Key(file)] = string.Join(' ', numbers.Order());

    public void Save() => File.WriteAllLines(path, lines.Select(line => $"{line.Key}\t{line.Value}"));

    private string Key(string file) => $"{tool}/{Hash(Path.Combine(core, file))}";

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))[..16];
}
