using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Verification;

/// <summary>
/// Calculates results a second time: from the competition as it is exported, by a calculator that shares nothing with the engine, and compares both
/// to the last digit. Reads one snapshot, so it works beside judges who go on marking; writes nothing but a folder that is gone afterwards.
/// </summary>
public sealed class ResultsVerifier
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;
    private readonly FolderExporter exporter;

    internal ResultsVerifier(
        Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, FolderExporter exporter)
    {
        (this.database, this.competitions, this.contests) = (database, competitions, contests);
        (this.schemes, this.exporter) = (schemes, exporter);
    }

    /// <summary>Compares all contests of a competition, or one of them; for organisers and chief judges.</summary>
    public async Task<Result<ResultsCheck>> VerifyAsync(
        Actor actor, string competitionId, string? contestId = null, CancellationToken cancellationToken = default)
    {
        var read = await database.ReadAsync(session => ReadAsync(session, actor, competitionId, contestId), cancellationToken);
        if (!read.Succeeded)
            return Result<ResultsCheck>.Failure(read.Errors);
        try
        {
            return await Task.Run(() => Compare(read.Value), cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return VerificationErrors.SystemRefuses(refused.Message);
        }
    }

    private async Task<Result<Snapshot>> ReadAsync(DbSession session, Actor actor, string competitionId, string? contestId)
    {
        if (await competitions.FindAsync(session, competitionId) is not { } competition || !actor.MayView(competitionId))
            return CompetitionsErrors.CompetitionNotFound();
        if (!actor.MayDirectMarking(competitionId))
            return VerificationErrors.MayNot();
        var folder = await exporter.ReadAsync(session, competition);
        var engine = new List<EngineContest>();
        foreach (var contest in (await contests.ListAsync(session, competitionId)).Where(contest => contestId is null || contest.Id == contestId))
        {
            var (stored, recalculated) = await EngineStandings.ReadAsync(session, schemes, contest);
            engine.Add(new(contest.Slug, contest.Details.Name, stored, recalculated));
        }
        if (engine.Count == 0 && contestId is not null)
            return CompetitionsErrors.ContestNotFound();
        return new Snapshot(folder with { Contests = [.. folder.Contests.Where(contest => engine.Any(read => read.Slug == contest.Slug))] }, engine);
    }

    private static ResultsCheck Compare(Snapshot snapshot)
    {
        // Only the owner of the process may read it while it is there.
        var scratch = Directory.CreateTempSubdirectory("competitionhub-verify-");
        try
        {
            var folder = Path.Combine(scratch.FullName, "export");
            FolderWriter.Write(snapshot.Folder, folder);
            var seconds = ExportedFolder.Calculate(folder).ToDictionary(contest => contest.Contest, StringComparer.Ordinal);
            return new(snapshot.Folder.Details.Slug, [.. snapshot.Engine.Select(engine => engine.Compare(seconds[engine.Slug]))]);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private sealed record Snapshot(CompetitionFolder Folder, IReadOnlyList<EngineContest> Engine);

    private sealed record EngineContest(string Slug, LocalText Name, ComputedContest Stored, ComputedContest Recalculated)
    {
        public ContestCheck Compare(ComputedContest second) => new(
            Slug, Name, second.Entries.Count,
            [.. Comparing.Of(EngineWord.Stored, Stored, second), .. Comparing.Of(EngineWord.Recalculated, Recalculated, second)]);
    }
}
