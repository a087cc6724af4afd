using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>What the rules of a contest propose: who advances, who gets which award. Nobody is told and nothing is granted by it.</summary>
/// <param name="Competition">The competition.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Field">Its entries.</param>
/// <param name="Advancement">Who advances; null where no rule says.</param>
/// <param name="Awards">The groups of awards in the order of the scheme.</param>
/// <param name="CutOffs">The cut-offs in force by award.</param>
/// <param name="History">All cut-offs that were put on record, in order.</param>
public sealed record ContestAwards(
    Competition Competition, Contest Contest, ContestField Field, AdvancementResult? Advancement, IReadOnlyList<AwardGroupResult> Awards,
    IReadOnlyDictionary<string, RecordedCutOff> CutOffs, IReadOnlyList<RecordedCutOff> History)
{
    /// <summary>True while marks are missing or marking goes on.</summary>
    public bool IsProvisional => !Field.IsComplete || Competition.State != CompetitionState.Closed;

    /// <summary>Counted marks that are missing of the entries that take part.</summary>
    public int Missing { get; } = Field.Lines.Where(line => line.Placed.Line.Status == Registration.EntryStatus.Active)
        .Sum(line => line.Placed.Line.Expected - line.Placed.Line.Marked);

    /// <summary>Those among whom people have to choose, group by group: equal in everything, and fewer places than there are of them.</summary>
    public IReadOnlyList<IReadOnlyList<FieldLine>> Tied()
    {
        var undecided = Awards.SelectMany(group => group.Awards).SelectMany(award => award.Undecided)
            .Concat(Advancement?.Lines.Where(row => row.State == AdvancementState.Undecided).Select(row => row.Line) ?? []).ToHashSet();
        var groups = new List<List<FieldLine>>();
        foreach (var line in Field.Ranked.Where(undecided.Contains))
        {
            if (groups.Count > 0 && Field.Compare(groups[^1][0], line) == 0)
                groups[^1].Add(line);
            else
                groups.Add([line]);
        }
        return groups;
    }

    /// <summary>How many would get an award by the marks that are in, were this its cut-off.</summary>
    public int CountAt(string award, Score score)
    {
        var scores = CutOffs.ToDictionary(one => one.Key, one => one.Value.CutOff.Score!.Value, StringComparer.Ordinal);
        scores[award] = score;
        return AwardCalculator.Compute(Field, scores).SelectMany(group => group.Awards).First(one => one.Award.Key == award).Entries.Count;
    }
}

/// <summary>Reads what the rules for advancement and awards give.</summary>
public sealed class AwardQueries
{
    private readonly Database database;
    private readonly CompetitionRepository competitions;
    private readonly ContestRepository contests;
    private readonly ContestFieldReader fields;

    internal AwardQueries(Database database, CompetitionRepository competitions, ContestRepository contests, ContestFieldReader fields)
    {
        this.database = database;
        this.competitions = competitions;
        this.contests = contests;
        this.fields = fields;
    }

    /// <summary>The proposal for a contest, for those who may read the competition's staff pages.</summary>
    public Task<Result<ContestAwards>> GetAsync(Actor actor, string competitionSlug, string contestSlug, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<ContestAwards>>(async session =>
        {
            if (await competitions.FindBySlugAsync(session, competitionSlug) is not { } competition || !actor.MayView(competition.Id)
                || await contests.FindBySlugAsync(session, competition.Id, contestSlug) is not { } contest)
                return AwardsErrors.ContestNotFound();
            var (field, awards, cutOffs) = await fields.ReadAsync(session, contest.Id);
            var advancement = field.Scheme.Advancement is { } rule ? AdvancementCalculator.Compute(field, rule) : null;
            return new ContestAwards(competition, contest, field, advancement, awards, cutOffs, await CutOffRepository.ListAsync(session, contest.Id));
        }, cancellationToken);
}
