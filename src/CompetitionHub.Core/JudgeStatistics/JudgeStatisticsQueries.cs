using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>Statistics of judges, computed from the marks in force each time somebody asks; nothing is stored.</summary>
public sealed class JudgeStatisticsQueries
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly SchemeRepository schemes;

    internal JudgeStatisticsQueries(Database database, CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.schemes = schemes;
    }

    /// <summary>
    /// The figures of a whole contest (no keys), a form, or an aspect. <paramref name="limit"/> is the distance between judges, in points, that
    /// deserves a look; null for the usual one of the part.
    /// </summary>
    public async Task<Result<JudgeStatisticsView>> GetAsync(
        Actor actor, string competitionSlug, string contestSlug, string? formKey, string? aspectKey, double? limit, CancellationToken cancellationToken = default)
    {
        var read = await database.ReadAsync(session => ReadAsync(session, actor, competitionSlug, contestSlug, formKey, aspectKey), cancellationToken);
        if (!read.Succeeded)
        {
            return Result<JudgeStatisticsView>.Failure(read.Errors);
        }

        // The snapshot is given back before the arithmetic begins.
        var (competition, contest, everything, part, marks) = read.Value;
        var far = limit ?? part.UsualLimit;
        var panel = PanelComputation.Run(marks, part, far);
        return new JudgeStatisticsView(
            competition, contest, everything, part, panel,
            [.. part.Children.Select(child => PanelComputation.Summarise(marks, child))],
            far,
            panel.Matrix.Entries > 0 ? null : marks.WhyEmpty(part));
    }

    private async Task<Result<(Competition Competition, Contest Contest, PanelPart Everything, PanelPart Part, PanelMarks Marks)>> ReadAsync(
        DbSession session, Actor actor, string competitionSlug, string contestSlug, string? formKey, string? aspectKey)
    {
        if (await competitions.FindBySlugAsync(session, competitionSlug) is not { } competition)
        {
            return JudgeStatisticsErrors.NotFound();
        }

        if (JudgeStatisticsAccess.RefuseToRead(actor, competition.Id) is { } refusal)
        {
            return refusal;
        }

        if (await contests.FindBySlugAsync(session, competition.Id, contestSlug) is not { } contest)
        {
            return JudgeStatisticsErrors.NotFound();
        }

        var everything = PanelPart.Of((await schemes.GetCurrentAsync(session, contest.Id)).Scheme);
        return everything.Find(formKey, aspectKey) is { } part
            ? (competition, contest, everything, part, await PanelMarkReading.ReadAsync(session, contest, part))
            : JudgeStatisticsErrors.NotFound();
    }
}
