using System.Text;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads and writes the table scheme_presets; removed ones stay, so that removing can be undone.</summary>
internal sealed class SchemePresetRepository
{
    private const string SelectAll = """
        select p.key, p.document, p.revision, p.made_by, p.changed_at, p.removed_at, a.display_name as maker_name
        from scheme_presets p
        left join accounts a on a.id = p.made_by
        """;

    private const string Insert = """
        insert into scheme_presets (key, document, revision, made_by, changed_at)
        values (@key, @document, 1, @madeBy, @at)
        """;

    private const string Lock = """
        update scheme_presets set revision = revision where key = @key
        """;

    private const string Update = """
        update scheme_presets set document = @document, revision = revision + 1, changed_at = @at where key = @key
        """;

    private const string SetRemoved = """
        update scheme_presets set removed_at = @removedAt, revision = revision + 1 where key = @key
        """;

    /// <summary>All rows, removed ones among them.</summary>
    public async Task<IReadOnlyList<StoredPreset>> ListAsync(DbSession session) =>
        [.. (await session.QueryAsync<Row>(SelectAll, new { })).Select(row => row.ToPreset())];

    /// <summary>Takes the row for the rest of the transaction; its state, or null.</summary>
    public async Task<StoredPreset?> LockAsync(DbSession session, string key)
    {
        await session.ExecuteAsync(Lock, new { key });
        return (await ListAsync(session)).FirstOrDefault(row => row.Offered.Preset.Key == key);
    }

    /// <summary>Writes a new one.</summary>
    public Task InsertAsync(DbSession session, SchemePreset preset, string madeBy, DateTimeOffset at) =>
        session.ExecuteAsync(Insert, new { key = preset.Key, document = Document(preset), madeBy, at = at.ToUnixTimeMilliseconds() });

    /// <summary>Writes another document under the same key.</summary>
    public Task UpdateAsync(DbSession session, SchemePreset preset, DateTimeOffset at) =>
        session.ExecuteAsync(Update, new { key = preset.Key, document = Document(preset), at = at.ToUnixTimeMilliseconds() });

    /// <summary>Marks one as removed, or as back with null.</summary>
    public Task SetRemovedAsync(DbSession session, string key, DateTimeOffset? at) =>
        session.ExecuteAsync(SetRemoved, new { key, removedAt = at?.ToUnixTimeMilliseconds() });

    private static string Document(SchemePreset preset) => Encoding.UTF8.GetString(SchemePresetJson.Write(preset));

    private sealed class Row
    {
        public string Document { get; init; } = "";
        public long Revision { get; init; }
        public string MadeBy { get; init; } = "";
        public string? MakerName { get; init; }
        public long ChangedAt { get; init; }
        public long? RemovedAt { get; init; }

        public StoredPreset ToPreset() => new(
            new(SchemePresetJson.Read(Encoding.UTF8.GetBytes(Document)).Value, new(Revision, MadeBy, MakerName ?? "", DateTimeOffset.FromUnixTimeMilliseconds(ChangedAt))),
            RemovedAt is not null);
    }
}

/// <summary>A row of the table.</summary>
internal sealed record StoredPreset(OfferedPreset Offered, bool IsRemoved);
