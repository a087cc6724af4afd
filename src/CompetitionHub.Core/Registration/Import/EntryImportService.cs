using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Registration;

/// <summary>Imports entries from a file: preview, all or nothing, undo while nobody of them has marks.</summary>
public sealed class EntryImportService
{
    private readonly Database database;
    private readonly RegistrationDesk desk;
    private readonly ContestRepository contests;
    private readonly DelegationRepository delegations;
    private readonly EntryRepository entries;
    private readonly ImportRepository imports;
    private readonly StandingsProjector standings;
    private readonly AuditLog audit;
    private readonly TimeProvider time;

    internal EntryImportService(
        Database database, RegistrationDesk desk, ContestRepository contests, DelegationRepository delegations, EntryRepository entries,
        ImportRepository imports, StandingsProjector standings, AuditLog audit, TimeProvider time)
    {
        this.database = database;
        this.desk = desk;
        this.contests = contests;
        this.delegations = delegations;
        this.entries = entries;
        this.imports = imports;
        this.standings = standings;
        this.audit = audit;
        this.time = time;
    }

    /// <summary>The imports of a competition, the latest first.</summary>
    public Task<IReadOnlyList<EntryImport>> ListAsync(string competitionId, CancellationToken cancellationToken = default) =>
        database.ReadAsync(session => imports.ListAsync(session, competitionId), cancellationToken);

    /// <summary>What an import of the file would do now. Changes nothing.</summary>
    public async Task<Result<ImportPreview>> PreviewAsync(Actor actor, string competitionId, ImportFile file, CancellationToken cancellationToken = default)
    {
        if (CompetitionsAccess.RefuseToOrganise(actor, competitionId) is { } refusal)
        {
            return refusal;
        }
        return await database.ReadAsync(session => PlanAsync(session, competitionId, file), cancellationToken);
    }

    /// <summary>Makes entries of all rows, or of none: the preview is made again inside the transaction.</summary>
    public Task<Result<EntryImport>> ApplyAsync(Actor actor, string competitionId, ImportFile file, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<EntryImport>(async session =>
        {
            if (await desk.OpenAsync(session, actor, competitionId) is { } refusal)
            {
                return refusal;
            }
            var plan = await PlanAsync(session, competitionId, file);
            if (!plan.IsClean)
            {
                return RegistrationErrors.ImportHasErrors(plan.RowsWithProblems);
            }
            var now = time.GetUtcNow();
            var import = new EntryImport(Ids.New(time), competitionId, file.Name, plan.Entries.Count, now, actor.AccountId, null);
            await imports.InsertAsync(session, import);
            foreach (var delegation in plan.NewDelegations)
            {
                await delegations.InsertAsync(session, delegation);
                await imports.NoteDelegationAsync(session, delegation.Id, import.Id);
            }
            var made = await InsertAsync(session, import, plan.Entries, now);
            foreach (var contestId in plan.Entries.Select(e => e.Contest.Id).Distinct())
            {
                standings.ContestChanged(session, contestId);
            }
            await audit.AppendAsync(
                session, actor, competitionId, AuditAction.EntriesImported, "import", import.Id, null,
                new { import.FileName, import.Entries, delegations = plan.NewDelegations.Select(d => d.Code) });
            // Each by itself, as when it is added by hand: an entry's trace begins with who brought it and as what.
            foreach (var entry in made)
            {
                await audit.AppendAsync(session, actor, competitionId, AuditAction.EntryCreated, "entry", entry.Id, null, entry.Traced());
            }
            return import;
        }, cancellationToken);

    /// <summary>Takes an import back with the delegations it brought; refused when entries of it have marks. Gives the number of entries taken out.</summary>
    public Task<Result<int>> UndoAsync(Actor actor, string competitionId, string importId, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync<int>(async session =>
        {
            if (await desk.OpenAsync(session, actor, competitionId) is { } refusal)
            {
                return refusal;
            }
            if ((await imports.ListAsync(session, competitionId)).FirstOrDefault(i => i.Id == importId) is not { } import)
            {
                return RegistrationErrors.ImportNotFound();
            }
            if (import.UndoneAt is not null)
            {
                return RegistrationErrors.ImportUndone();
            }
            var undone = await entries.ListOfImportAsync(session, importId);
            var touched = undone.Select(e => e.ContestId).Distinct().Order(StringComparer.Ordinal).ToList();
            foreach (var contestId in touched)
            {
                await BoardRepository.BumpAsync(session, contestId);
            }
            if (await entries.CountMarkedOfImportAsync(session, importId) is > 0 and var marked)
            {
                return RegistrationErrors.ImportHasMarks(marked);
            }
            var removed = await entries.DeleteOfImportAsync(session, importId);
            await imports.UndoAsync(session, importId, time.GetUtcNow());
            foreach (var contestId in touched)
            {
                standings.ContestChanged(session, contestId);
            }
            await audit.AppendAsync(session, actor, competitionId, AuditAction.ImportUndone, "import", importId, new { import.FileName, removed }, null);
            foreach (var entry in undone)
            {
                await audit.AppendAsync(session, actor, competitionId, AuditAction.EntryRemoved, "entry", entry.Id, entry.Traced());
            }
            return removed;
        }, cancellationToken);

    private async Task<IReadOnlyList<Entry>> InsertAsync(DbSession session, EntryImport import, IReadOnlyList<PlannedEntry> plan, DateTimeOffset now)
    {
        var taken = await entries.ListCodesAsync(session, import.CompetitionId);
        taken.UnionWith(plan.Select(p => p.Details.Code).OfType<string>());
        List<Entry> made = [.. plan.Select(p => new Entry(
            Ids.New(time), import.CompetitionId, p.Contest.Id, p.Details.DelegationId, import.Id, p.Details.Code ?? EntryCodes.NewCode(taken),
            p.Details.Name, p.Details.Members, EntryStatus.Active, null, now)
        {
            Panel = p.Details.Panel,
        })];
        await entries.InsertManyAsync(session, made);
        return made;
    }

    private async Task<ImportPreview> PlanAsync(DbSession session, string competitionId, ImportFile file) => ImportPlan.Make(
        file, competitionId, await contests.ListAsync(session, competitionId), await delegations.ListAsync(session, competitionId),
        await entries.ListOfCompetitionAsync(session, competitionId), () => Ids.New(time));
}
