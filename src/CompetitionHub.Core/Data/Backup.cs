using System.Globalization;

namespace CompetitionHub.Core.Data;

/// <summary>
/// Makes and restores archives of database, key ring and manifest. Without the keys what is encrypted or signed with them is
/// lost, so they travel together (on PostgreSQL they are a table): keep archives as safe as the server.
/// </summary>
public sealed class Backup(DataOptions options, TimeProvider time)
{
    /// <summary>Writes an archive, also beside a running server, reads it back and compares it; throws, and leaves none, when it is not whole.</summary>
    public async Task<BackupManifest> CreateAsync(string file, CancellationToken cancellationToken = default)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target))
        {
            throw new DatabaseStateException($"{target} exists already; a backup never replaces another one.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var staging = new ScratchFolder(Path.GetDirectoryName(target)!);
        var (migration, tables) = await DumpAsync(staging.Path, cancellationToken);
        CopyKeys(options.KeyRingPath, Path.Combine(staging.Path, BackupArchive.KeyPrefix));
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, KindName, time.GetUtcNow(), migration, tables, BackupArchive.Describe(staging.Path));
        await File.WriteAllTextAsync(Path.Combine(staging.Path, BackupManifest.FileName), manifest.Write(), cancellationToken);

        // Under another name until it has been checked: whoever finds FILE may rely on it.
        var unchecked_ = target + ".unchecked";
        File.Delete(unchecked_);
        BackupArchive.Pack(staging.Path, unchecked_);
        try
        {
            await VerifyAsync(unchecked_, cancellationToken);
            File.Move(unchecked_, target);
            return manifest;
        }
        catch
        {
            File.Delete(unchecked_);
            throw;
        }
    }

    /// <summary>Reads a whole archive: hashes, structure, rows per table; throws when it is not what its manifest says.</summary>
    public async Task<BackupManifest> VerifyAsync(string file, CancellationToken cancellationToken = default)
    {
        using var scratch = new ScratchFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return await UnpackAsync(file, scratch.Path, cancellationToken);
    }

    /// <summary>
    /// Verifies an archive and puts it in the place of the data, which is moved aside. Throws <see cref="DatabaseInUseException"/>
    /// while a server holds the data; nothing is changed then, nor when the archive is damaged.
    /// </summary>
    public async Task<RestoreReport> RestoreAsync(string file, CancellationToken cancellationToken = default)
    {
        var place = options.Kind == DatabaseKind.Sqlite ? Path.GetDirectoryName(Path.GetFullPath(options.SqliteFile))! : Path.GetFullPath(options.BackupPath);
        Directory.CreateDirectory(place);
        using var scratch = new ScratchFolder(place);
        var manifest = await UnpackAsync(file, scratch.Path, cancellationToken);
        return options.Kind == DatabaseKind.Sqlite
            ? RestoreSqlite(manifest, scratch.Path)
            : await RestorePostgresAsync(manifest, scratch.Path, cancellationToken);
    }

    internal async Task<string> CreateAutomaticAsync(string occasion, CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.BackupPath, $"{occasion}-{Stamp()}.zip");
        await CreateAsync(file, cancellationToken);
        return file;
    }

    private string KindName => options.Kind == DatabaseKind.Sqlite ? "sqlite" : "postgres";

    private async Task<(string, IReadOnlyDictionary<string, long>)> DumpAsync(string folder, CancellationToken cancellationToken)
    {
        if (options.Kind == DatabaseKind.Postgres)
        {
            return await new PostgresDump(options).WriteAsync(Path.Combine(folder, PostgresDump.FileName), cancellationToken);
        }

        UnfinishedRestore.Refuse(options.SqliteFile);
        if (!File.Exists(options.SqliteFile))
        {
            throw new DatabaseStateException($"There is no database at {options.SqliteFile}.");
        }

        var copy = Path.Combine(folder, SqliteDump.FileName);
        SqliteDump.Write(options.SqliteFile, copy);
        return SqliteDump.Check(copy);
    }

    private async Task<BackupManifest> UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new DatabaseStateException($"There is no file {file}.");
        }

        var manifest = BackupArchive.Unpack(file, folder);
        if (manifest.Database != KindName)
        {
            throw new DatabaseStateException($"The archive is of a {manifest.Database} database, the settings name a {KindName} one.");
        }

        var dump = options.Kind == DatabaseKind.Sqlite ? SqliteDump.FileName : PostgresDump.FileName;
        if (!File.Exists(Path.Combine(folder, dump)))
        {
            throw new DatabaseStateException($"{file} is not whole: it holds no {dump}.");
        }

        var tables = options.Kind == DatabaseKind.Sqlite
            ? SqliteDump.Check(Path.Combine(folder, dump)).Tables
            : await new PostgresDump(options).CheckAsync(Path.Combine(folder, dump), cancellationToken);
        EnsureSameCounts(manifest, tables);
        return manifest;
    }

    private RestoreReport RestoreSqlite(BackupManifest manifest, string folder)
    {
        using var held = SqliteLock.Take(options.SqliteFile);
        var database = Path.GetFullPath(options.SqliteFile);
        var aside = UnfinishedRestore.Begin(database, Path.Combine(Path.GetDirectoryName(database)!, $"before-restore-{Stamp()}"));
        foreach (var old in (string[])[database, database + "-wal", database + "-shm"])
        {
            PutAside(aside, Path.GetFileName(old), File.Exists(old), place => File.Move(old, place), () => File.Delete(old));
        }

        PutAside(
            aside, "keys", Directory.Exists(options.KeyRingPath),
            place => Directory.Move(options.KeyRingPath, place), () => Directory.Delete(options.KeyRingPath, recursive: true));

        File.Move(Path.Combine(folder, SqliteDump.FileName), database);
        SqliteConnections.KeepPrivate(database);
        CopyKeys(Path.Combine(folder, BackupArchive.KeyPrefix), options.KeyRingPath);
        UnfinishedRestore.End(database);
        return new RestoreReport(manifest, Directory.Exists(aside) ? aside : null);
    }

    // What is aside already is the original: then what stands here came from a restore that was broken off.
    private static void PutAside(string aside, string name, bool exists, Action<string> move, Action delete)
    {
        var place = Path.Combine(aside, name);
        if (exists && Path.Exists(place))
        {
            delete();
        }
        else if (exists)
        {
            Directory.CreateDirectory(aside);
            move(place);
        }
    }

    private async Task<RestoreReport> RestorePostgresAsync(BackupManifest manifest, string folder, CancellationToken cancellationToken)
    {
        var dump = new PostgresDump(options);
        await dump.EnsureNobodyElseAsync(cancellationToken);
        var tablesBefore = await dump.CountAsync(cancellationToken);
        var aside = tablesBefore.ContainsKey("schema_migrations") ? await CreateAutomaticAsync("before-restore", cancellationToken) : null;
        await dump.RestoreAsync(Path.Combine(folder, PostgresDump.FileName), cancellationToken);
        EnsureSameCounts(manifest, await dump.CountAsync(cancellationToken));
        return new RestoreReport(manifest, aside);
    }

    private static void EnsureSameCounts(BackupManifest manifest, IReadOnlyDictionary<string, long> tables)
    {
        foreach (var name in manifest.Tables.Keys.Union(tables.Keys))
        {
            if (manifest.Tables.GetValueOrDefault(name, -1) != tables.GetValueOrDefault(name, -1))
            {
                throw new DatabaseStateException($"The archive is not whole: table {name} does not have the rows its manifest says.");
            }
        }
    }

    private static void CopyKeys(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        Directory.CreateDirectory(to);
        foreach (var key in Directory.EnumerateFiles(from, "*.xml"))
        {
            File.Copy(key, Path.Combine(to, Path.GetFileName(key)));
        }
    }

    private string Stamp() => time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);

    private sealed class ScratchFolder : IDisposable
    {
        public ScratchFolder(string beside)
        {
            Path = System.IO.Path.Combine(beside, ".scratch-" + System.IO.Path.GetRandomFileName());
            Directory.CreateDirectory(Path);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
