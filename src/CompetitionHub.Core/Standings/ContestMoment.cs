using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Standings;

/// <summary>Entries of a contest with their states and counted marks, now or as they were at a moment, and what follows from them by today's scheme.</summary>
internal sealed class ContestMoment
{
    private readonly CompiledScheme scheme;
    private readonly IReadOnlyDictionary<string, EntryMarks> marks;
    private readonly EntryCalculator calculator;

    private ContestMoment(CompiledScheme scheme, IReadOnlyList<ProjectedEntry> entries, IReadOnlyDictionary<string, EntryMarks> marks)
    {
        (this.scheme, this.marks, Entries) = (scheme, marks, entries);
        calculator = new(scheme);
    }

    /// <summary>Who takes part, in no order.</summary>
    public IReadOnlyList<ProjectedEntry> Entries { get; }

    /// <summary>When what counts last changed (unix milliseconds).</summary>
    public long? ChangedAt => marks.Values.Max(entry => entry.ChangedAt);

    /// <summary>Reads some entries or (null) all; <paramref name="until"/> (now when null) leaves out what came later.</summary>
    public static async Task<ContestMoment> LoadAsync(
        DbSession session, string contestId, CompiledScheme scheme, IReadOnlyCollection<string>? entryIds, DateTimeOffset? until)
    {
        var sheetsCount = EnumText.Read<CountingRule>((await StandingsRepository.FindCountingAsync(session, contestId))!) == CountingRule.Submitted;
        return new(
            scheme,
            await StandingsRepository.ListEntriesAsync(session, contestId, entryIds, until),
            await CountedMarks.LoadAsync(session, contestId, entryIds, sheetsCount, until));
    }

    /// <summary>The complete line of an entry.</summary>
    public BoardLine Line(ProjectedEntry entry) => entry.ToLine().With(calculator.Calculate(Of(entry)), scheme);

    /// <summary>The worked arithmetic of an entry.</summary>
    public WorkedNode Explain(ProjectedEntry entry) => calculator.Explain(Of(entry)).Worked;

    private ContestEntry Of(ProjectedEntry entry) => new(entry.Code, "", true, marks.GetValueOrDefault(entry.Id)?.Marks ?? []);
}
