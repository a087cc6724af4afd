using System.Security.Cryptography;
using System.Text;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Opens the files of one folder: plain files only, inside the folder only, not larger than they may be.</summary>
internal sealed class FolderFiles(string root, ProblemList problems)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private readonly SortedDictionary<string, string> digests = new(StringComparer.Ordinal);

    /// <summary>SHA-256 (lower-case hex) of every file that was opened, by its path in the folder.</summary>
    public IReadOnlyDictionary<string, string> Digests => digests;

    /// <summary>Reports every file and folder whose name the format does not know; other kinds of files (notes, pictures) may lie beside.</summary>
    public void CheckNames(IReadOnlyCollection<string> contestSlugs)
    {
        CheckNames("", [InterchangeFormat.CompetitionFile, InterchangeFormat.DelegationsFile, InterchangeFormat.JudgesFile], [InterchangeFormat.ContestsFolder]);
        CheckNames(InterchangeFormat.ContestsFolder, [], contestSlugs);
        foreach (var slug in contestSlugs)
        {
            CheckNames($"{InterchangeFormat.ContestsFolder}/{slug}", [InterchangeFormat.EntriesFile, InterchangeFormat.MarksFile, InterchangeFormat.SheetsFile], []);
        }
    }

    /// <summary>A reader of the file's text, its mark of byte order skipped; null after reporting why it cannot be read.</summary>
    public StreamReader? Open(string file, long largest)
    {
        var path = Path.Combine(root, file.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            if (Check(path, largest) is { } error)
            {
                problems.Add(file, null, null, error);
                return null;
            }
            var stream = File.OpenRead(path);
            digests[file] = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Position = 0;
            return new StreamReader(stream, StrictUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(file, null, null, InterchangeErrors.SystemRefuses(refused.Message));
            return null;
        }
    }

    private Shared.Error? Check(string path, long largest)
    {
        for (var folder = Path.GetDirectoryName(path)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                return InterchangeErrors.NotAPlainFile();
            }
        }
        var info = new FileInfo(path);
        if (info.LinkTarget is not null || Directory.Exists(path))
        {
            return InterchangeErrors.NotAPlainFile();
        }
        if (!info.Exists)
        {
            return InterchangeErrors.FileMissing();
        }
        // Devices and named pipes have no length either: they are refused here instead of being waited for.
        return info.Length == 0 ? InterchangeErrors.FileEmpty() : info.Length > largest ? InterchangeErrors.FileTooLarge(largest) : null;
    }

    private void CheckNames(string folder, IReadOnlyCollection<string> files, IReadOnlyCollection<string> folders)
    {
        var path = Path.Combine(root, folder);
        if (!Directory.Exists(path) || new DirectoryInfo(path).LinkTarget is not null)
        {
            return;
        }
        foreach (var name in Directory.EnumerateFileSystemEntries(path).Select(e => Path.GetFileName(e)).Order(StringComparer.Ordinal))
        {
            var isFolder = Directory.Exists(Path.Combine(path, name));
            var isTable = Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".json";
            if (isFolder ? !folders.Contains(name) : isTable && !files.Contains(name))
            {
                problems.Add(folder.Length == 0 ? name : $"{folder}/{name}", null, null, InterchangeErrors.FileUnknown());
            }
        }
    }
}
