using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange;

/// <summary>What an import brought in.</summary>
public sealed record ImportReport(string CompetitionId, string Slug, int Contests, int Delegations, int Judges, int NewAccounts, int Entries, int Marks, int Sheets);

/// <summary>Either the report of an import, or everything that is wrong with the folder (at most <see cref="ProblemList.Limit"/> problems) and nothing imported.</summary>
public sealed record ImportOutcome(ImportReport? Report, IReadOnlyList<InterchangeProblem> Problems)
{
    /// <summary>True when the whole folder is in.</summary>
    public bool Succeeded => Report is not null;
}

/// <summary>Takes in a whole competition from an interchange folder: all of it or nothing, and never over one that is here already.</summary>
public sealed class ImportService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly FolderImporter importer;

    internal ImportService(Database database, CompetitionRepository competitions, FolderImporter importer)
    {
        this.database = database;
        this.competitions = competitions;
        this.importer = importer;
    }

    /// <summary>Reads and checks the folder, then writes everything in one transaction, with its trace in the audit and its boards computed.</summary>
    public async Task<ImportOutcome> ImportAsync(Actor actor, string folder, CancellationToken cancellationToken = default)
    {
        if (!actor.IsAdministrator)
        {
            return Refused(folder, null, InterchangeErrors.MayNot());
        }
        var problems = new ProblemList();
        if (FolderReader.Read(folder, problems) is not { } competition)
        {
            return new(null, problems.Items);
        }
        var result = await database.InTransactionAsync<ImportReport>(async session =>
            await competitions.FindBySlugAsync(session, competition.Details.Slug) is null
                ? await importer.WriteAsync(session, actor, competition)
                : InterchangeErrors.AlreadyHere(competition.Details.Slug), cancellationToken);
        return result.Succeeded ? new(result.Value, []) : Refused(InterchangeFormat.CompetitionFile, "competition.slug", result.Error);
    }

    private static ImportOutcome Refused(string file, string? column, Error error) => new(null, [new(file, null, column, error)]);
}
