using System.Globalization;
using System.Text;

namespace CompetitionHub.Core.Data;

/// <summary>
/// Held by the one process that may write a SQLite file, for as long as it lives: an advisory lock on
/// <c>FILE.lock</c>, which the system drops even when the process is killed.
/// </summary>
public sealed class SqliteLock : IDisposable
{
    // What "somebody else has locked it" is called on Linux, macOS and Windows; a full or read-only disk is an IOException too.
    private const int LinuxWouldBlock = 11, MacWouldBlock = 35, WindowsSharingViolation = unchecked((int)0x80070020);

    private readonly FileStream stream;

    private SqliteLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock, or throws <see cref="DatabaseInUseException"/> when another process (or this one) holds it.</summary>
    public static SqliteLock Take(string databaseFile)
    {
        var path = Path.GetFullPath(databaseFile) + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            stream.SetLength(0);
            stream.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
            stream.Flush();
            return new SqliteLock(stream);
        }
        catch (IOException e) when (e.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            throw new DatabaseInUseException(
                $"{databaseFile} is in use by another CompetitionHub process. Stop the server first, then try again.", e);
        }
    }

    /// <inheritdoc/>
    // The file stays: deleting it would let two processes hold two different files of the same name.
    public void Dispose() => stream.Dispose();
}
