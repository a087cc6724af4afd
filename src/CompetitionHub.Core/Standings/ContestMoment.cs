using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>
/// Entries of a contest with their states, counted marks and what was decided between equals, now or as they were at a moment,
/// and what follows from them by today's scheme.
/// </summary>
internal sealed class ContestMoment
{
    private readonly CompiledScheme scheme;
    private readonly IReadOnlyDictionary<string, EntryMarks> marks;
    private readonly EntryCalculator calculator;

    private ContestMoment(
        CompiledScheme scheme, IReadOnlyList<ProjectedEntry> field, IReadOnlyCollection<string>? entryIds, IReadOnlyDictionary<string, EntryMarks> marks,
        RankDecisions decisions)
    {
        (this.scheme, this.marks, Decisions) = (scheme, marks, decisions);
        Entries = entryIds is null ? field : [.. field.Where(entry => entryIds.Contains(entry.Id))];
        calculator = new(scheme, FieldContext.Gather(scheme, field.Select(Of)), decisions);
    }

    /// <summary>Who takes part, in no order.</summary>
    public IReadOnlyList<ProjectedEntry> Entries { get; }

    /// <summary>What was decided between equals.</summary>
    public RankDecisions Decisions { get; }

    /// <summary>When what counts last changed (unix milliseconds).</summary>
    public long? ChangedAt => marks.Values.Max(entry => entry.ChangedAt);

    /// <summary>
    /// Reads some entries or (null) all; <paramref name="until"/> (now when null) leaves out what came later. Where the rules depend on the
    /// field, all are read, whoever was asked for.
    /// </summary>
    public static async Task<ContestMoment> LoadAsync(
        DbSession session, string contestId, CompiledScheme scheme, IReadOnlyCollection<string>? entryIds, DateTimeOffset? until)
    {
        var sheetsCount = EnumText.Read<CountingRule>((await StandingsRepository.FindCountingAsync(session, contestId))!) == CountingRule.Submitted;
        var needed = scheme.DependsOnField ? null : entryIds;
        return new(
            scheme,
            await StandingsRepository.ListEntriesAsync(session, contestId, needed, until),
            entryIds,
            await CountedMarks.LoadAsync(session, contestId, needed, sheetsCount, until),
            await RankDecisionRepository.LoadAsync(session, contestId, until));
    }

    /// <summary>The complete line of an entry.</summary>
    public BoardLine Line(ProjectedEntry entry) => entry.ToLine().With(Calculate(entry), scheme);

    /// <summary>What the marks of an entry give.</summary>
    public EntryResult Calculate(ProjectedEntry entry) => calculator.Calculate(Of(entry));

    /// <summary>The worked arithmetic of an entry.</summary>
    public WorkedNode Explain(ProjectedEntry entry) => calculator.Explain(Of(entry)).Worked;

    /// <summary>The entry with its counted marks.</summary>
    public ContestEntry Of(ProjectedEntry entry) =>
        new(entry.Code, entry.Panel, entry.TakesPart, marks.GetValueOrDefault(entry.Id)?.Marks ?? []);
}
