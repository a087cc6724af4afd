using CompetitionHub.TestKit;

namespace CompetitionHub.Core.Tests.Interchange;

/// <summary>A copy of the demonstration's folder that a test may spoil.</summary>
internal sealed class FolderCopy : IDisposable
{
    private static readonly string Original = System.IO.Path.Combine(Needs.Repository(), "db", "demo");

    public FolderCopy()
    {
        foreach (var file in ListOriginal())
        {
            var target = At(file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(System.IO.Path.Combine(Original, file), target);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("hubtest-folder-").FullName;

    /// <summary>The files of the original, relative, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> ListOriginal() => List(Original);

    public static IReadOnlyList<string> List(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static byte[] ReadOriginal(string file) => File.ReadAllBytes(System.IO.Path.Combine(Original, file));

    public string At(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Replaces the first occurrence of a text in a file; the text has to be there.</summary>
    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(At(file));
        var place = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(place >= 0, $"'{old}' is not in {file}.");
        File.WriteAllText(At(file), string.Concat(text.AsSpan(0, place), with, text.AsSpan(place + old.Length)));
    }

    /// <summary>Writes another line in the place of one (1 is the header).</summary>
    public void SetLine(string file, int line, string with)
    {
        var lines = File.ReadAllLines(At(file));
        lines[line - 1] = with;
        File.WriteAllText(At(file), string.Join('\n', lines) + "\n");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
