using System.Text.Json;

namespace CompetitionHub.Core.Data;

/// <summary>What an archive says about itself: <c>manifest.json</c>, format 1.</summary>
public sealed record BackupManifest(
    int Format, string Database, DateTimeOffset CreatedAt, string LastMigration,
    IReadOnlyDictionary<string, long> Tables, IReadOnlyList<BackupFile> Files)
{
    /// <summary>The only format there is so far.</summary>
    public const int CurrentFormat = 1;

    internal const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Number of rows in all tables.</summary>
    public long Rows => Tables.Values.Sum();

    internal string Write() => JsonSerializer.Serialize(this, Json);

    internal static BackupManifest Read(string text)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(text, Json);
            if (manifest is not { Format: CurrentFormat })
            {
                throw new DatabaseStateException($"The archive's manifest has format {manifest?.Format}; this program reads format {CurrentFormat}.");
            }

            return manifest is { Tables: not null, Files: not null, Database: not null } && manifest.Files.All(file => file is { Name: not null })
                ? manifest
                : throw new DatabaseStateException("The archive's manifest lacks a part: take another archive.");
        }
        catch (JsonException e)
        {
            throw new DatabaseStateException("The archive's manifest cannot be read: " + e.Message, e);
        }
    }
}

/// <summary>One file of an archive: name inside it, length in bytes, SHA-256 in lower-case hex.</summary>
public sealed record BackupFile(string Name, long Length, string Sha256);

/// <summary>What a restore did; <see cref="MovedTo"/> is where the data from before is now (a folder, or an archive on PostgreSQL), null when there was none.</summary>
public sealed record RestoreReport(BackupManifest Manifest, string? MovedTo);
