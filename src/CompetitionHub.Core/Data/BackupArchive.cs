using System.IO.Compression;
using System.Security.Cryptography;

namespace CompetitionHub.Core.Data;

/// <summary>The zip file around a dump, the key ring and the manifest.</summary>
internal static class BackupArchive
{
    public const string KeyPrefix = "keys/";

    /// <summary>Describes the files of a staging folder as they go into an archive.</summary>
    public static IReadOnlyList<BackupFile> Describe(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(f => f.Name != BackupManifest.FileName)
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => new BackupFile(f.Name, new FileInfo(f.Path).Length, Hash(f.Path))),
    ];

    /// <summary>Packs a staging folder. The archive holds password hashes and keys: only its owner may read it.</summary>
    public static void Pack(string folder, string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                zip.CreateEntryFromFile(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), CompressionLevel.Fastest);
            }
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Unpacks into an empty folder and compares every file with the manifest; throws when anything is missing, changed or extra.</summary>
    public static BackupManifest Unpack(string file, string folder)
    {
        try
        {
            ZipFile.ExtractToDirectory(file, folder);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseStateException($"{file} cannot be read as a backup: {e.Message}", e);
        }

        var manifestPath = Path.Combine(folder, BackupManifest.FileName);
        if (!File.Exists(manifestPath))
        {
            throw new DatabaseStateException($"{file} has no {BackupManifest.FileName}: it is not a backup of CompetitionHub.");
        }

        var manifest = BackupManifest.Read(File.ReadAllText(manifestPath));
        var found = Describe(folder).ToDictionary(f => f.Name);
        foreach (var expected in manifest.Files)
        {
            if (!found.Remove(expected.Name, out var actual) || actual != expected)
            {
                throw new DatabaseStateException($"{file} is damaged: {expected.Name} is not what the manifest says.");
            }
        }

        return found.Count == 0
            ? manifest
            : throw new DatabaseStateException($"{file} holds {found.Keys.First()}, which its manifest does not name.");
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
