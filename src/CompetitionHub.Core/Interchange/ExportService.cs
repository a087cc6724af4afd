using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange;

/// <summary>Writes a whole competition into a new interchange folder, from one consistent snapshot.</summary>
public sealed class ExportService
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly FolderExporter exporter;

    internal ExportService(Database database, CompetitionRepository competitions, FolderExporter exporter)
    {
        this.database = database;
        this.competitions = competitions;
        this.exporter = exporter;
    }

    /// <summary>Writes the folder, which must not exist or be empty; gives what it holds.</summary>
    public async Task<Result<CompetitionFolder>> ExportAsync(Actor actor, string competitionSlug, string folder, CancellationToken cancellationToken = default)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return InterchangeErrors.FolderNotEmpty(folder);
        }
        var read = await database.ReadAsync<Result<CompetitionFolder>>(async session =>
        {
            if (await competitions.FindBySlugAsync(session, competitionSlug) is not { } competition || !actor.MayView(competition.Id))
            {
                return CompetitionsErrors.CompetitionNotFound();
            }
            return actor.MayOrganise(competition.Id) ? await exporter.ReadAsync(session, competition) : InterchangeErrors.MayNot();
        }, cancellationToken);
        if (!read.Succeeded)
        {
            return read;
        }
        try
        {
            FolderWriter.Write(read.Value, folder);
            return read;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return InterchangeErrors.SystemRefuses(refused.Message);
        }
    }
}
