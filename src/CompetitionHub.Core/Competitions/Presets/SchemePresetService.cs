using System.Text.Json.Nodes;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Lists presets, and adds, renames and removes organisers' own ones. What is done stands in the installation's audit.</summary>
public sealed class SchemePresetService
{
    private readonly Database database;
    private readonly SchemePresetRepository presets;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal SchemePresetService(Database database, SchemePresetRepository presets, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.presets = presets;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>All presets: own ones by name, then the built-in ones in their order. Empty for those who may not use them.</summary>
    public async Task<IReadOnlyList<OfferedPreset>> ListAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (!PresetAccess.MayUse(actor))
            return [];
        var own = await database.ReadAsync(presets.ListAsync, cancellationToken);
        return
        [
            .. own.Where(row => !row.IsRemoved).Select(row => row.Offered).OrderBy(offered => offered.Preset.Name.In("zh"), StringComparer.Ordinal),
            .. SchemePresets.All.Select(preset => new OfferedPreset(preset, null)),
        ];
    }

    /// <summary>The preset with a key, or null when there is none or it is not the actor's to see.</summary>
    public async Task<OfferedPreset?> FindAsync(Actor actor, string key, CancellationToken cancellationToken = default) =>
        (await ListAsync(actor, cancellationToken)).FirstOrDefault(offered => offered.Preset.Key == key);

    /// <summary>A preset that was removed and that the actor may bring back, or null.</summary>
    public async Task<OfferedPreset?> FindRemovedAsync(Actor actor, string key, CancellationToken cancellationToken = default) =>
        (await database.ReadAsync(presets.ListAsync, cancellationToken))
            .FirstOrDefault(row => row.IsRemoved && row.Offered.Preset.Key == key && PresetAccess.MayChange(actor, row.Offered.Own))?.Offered;

    /// <summary>Keeps a copy of a preset as the actor's own.</summary>
    public async Task<Result<SchemePreset>> CopyAsync(Actor actor, string key, CancellationToken cancellationToken = default) =>
        await FindAsync(actor, key, cancellationToken) is { Preset: var preset }
            ? await AddAsync(actor, preset with { Name = new(CopyOf(preset.Name.Zh, "（副本）"), CopyOf(preset.Name.En, " (copy)")) }, cancellationToken)
            : PresetErrors.NotFound();

    /// <summary>Keeps a preset as the actor's own, under a key of its own that is free.</summary>
    public async Task<Result<SchemePreset>> AddAsync(Actor actor, SchemePreset preset, CancellationToken cancellationToken = default)
    {
        if (!PresetAccess.MayUse(actor))
            return PresetErrors.NotFound();
        // Large ones take their time: judges do not wait for it. The key is given when it is stored.
        var wanted = Tidy(preset) with { Key = new('x', Slugs.MaximumLength) };
        if (PresetRules.Check(wanted) is { Count: > 0 } errors)
            return Result<SchemePreset>.Failure(errors);
        if (PresetRules.CheckSize(wanted) is { } tooLarge)
            return tooLarge;
        try
        {
            return await database.InTransactionAsync(session => AddAsync(session, actor, wanted), cancellationToken);
        }
        catch (UniqueViolationException)
        {
            // Two people chose the same name in the same moment.
            return PresetErrors.Changed();
        }
    }

    /// <summary>Gives an own preset another name and description; its key stays.</summary>
    public Task<Result> RenameAsync(
        Actor actor, string key, long revision, LocalText name, LocalText description, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var opened = await OpenAsync(session, actor, key, revision, removed: false);
            if (!opened.Succeeded)
                return opened;
            var before = opened.Value.Preset;
            var after = Tidy(before with { Name = name, Description = description });
            if (PresetRules.CheckWords(after.Name, after.Description) is { Count: > 0 } errors)
                return Result.Failure(errors);
            if (PresetRules.CheckSize(after) is { } tooLarge)
                return tooLarge;
            await presets.UpdateAsync(session, after, time.GetUtcNow());
            await TraceAsync(session, actor, AuditAction.SchemePresetSaved, before, after);
            return Result.Success();
        }, cancellationToken);

    /// <summary>Removes an own preset; contests that began from it keep their schemes.</summary>
    public Task<Result> RemoveAsync(Actor actor, string key, long revision, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var opened = await OpenAsync(session, actor, key, revision, removed: false);
            if (!opened.Succeeded)
                return opened;
            await presets.SetRemovedAsync(session, key, time.GetUtcNow());
            await TraceAsync(session, actor, AuditAction.SchemePresetRemoved, opened.Value.Preset, null);
            return Result.Success();
        }, cancellationToken);

    /// <summary>Takes a removal back.</summary>
    public Task<Result> RestoreAsync(Actor actor, string key, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(async session =>
        {
            var opened = await OpenAsync(session, actor, key, null, removed: true);
            if (!opened.Succeeded)
                return opened;
            await presets.SetRemovedAsync(session, key, null);
            await TraceAsync(session, actor, AuditAction.SchemePresetSaved, null, opened.Value.Preset);
            return Result.Success();
        }, cancellationToken);

    private async Task<Result<SchemePreset>> AddAsync(DbSession session, Actor actor, SchemePreset wanted)
    {
        var known = await presets.ListAsync(session);
        if (known.Count(row => !row.IsRemoved) >= PresetRules.Most)
            return PresetErrors.TooMany(PresetRules.Most);
        // Removed ones keep their keys: they may come back.
        var taken = known.Select(row => row.Offered.Preset.Key).Concat(SchemePresets.All.Select(one => one.Key)).ToHashSet(StringComparer.Ordinal);
        var preset = wanted with { Key = Slugs.Suggest(wanted.Name, "preset", taken) };
        await presets.InsertAsync(session, preset, actor.AccountId, time.GetUtcNow());
        await TraceAsync(session, actor, AuditAction.SchemePresetSaved, null, preset);
        return preset;
    }

    private async Task<Result<OfferedPreset>> OpenAsync(DbSession session, Actor actor, string key, long? revision, bool removed)
    {
        if (!PresetAccess.MayUse(actor))
            return PresetErrors.NotFound();
        if (await presets.LockAsync(session, key) is not { } found || found.IsRemoved != removed)
            return SchemePresets.Find(key) is null ? PresetErrors.NotFound() : PresetErrors.NotYours();
        if (!PresetAccess.MayChange(actor, found.Offered.Own))
            return PresetErrors.NotYours();
        return revision is not null && found.Offered.Own!.Revision != revision ? PresetErrors.Changed() : found.Offered;
    }

    private Task TraceAsync(DbSession session, Actor actor, AuditAction action, SchemePreset? before, SchemePreset? after) =>
        audit.AppendAsync(session, actor, AuditLog.Installation, action, "scheme_preset", (after ?? before)!.Key, Traced(before), Traced(after));

    // A name that is full stays as it is.
    private static string CopyOf(string name, string suffix) =>
        name.Length is 0 || name.Length + suffix.Length > CompetitionsRules.MaximumText ? name : name + suffix;

    private static JsonNode? Traced(SchemePreset? preset) => preset is null ? null : JsonNode.Parse(SchemePresetJson.Write(preset));

    private static SchemePreset Tidy(SchemePreset preset) => preset with
    {
        Name = CompetitionsRules.Tidy(preset.Name),
        Description = CompetitionsRules.Tidy(preset.Description),
        Source = preset.Source.Trim(),
    };
}
