using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Awards;

/// <summary>Reads the field of a contest as it stands, and computes its awards.</summary>
internal sealed class ContestFieldReader(SchemeRepository schemes)
{
    private const string Delegations = """
        select e.code as Code, d.code as Delegation
        from entries e
        join delegations d on d.id = e.delegation_id
        where e.contest_id = @contestId
        """;

    /// <summary>The field with the awards its rules give, cut-offs on record included.</summary>
    public async Task<(ContestField Field, IReadOnlyList<AwardGroupResult> Awards, IReadOnlyDictionary<string, RecordedCutOff> CutOffs)> ReadAsync(
        DbSession session, string contestId)
    {
        var scheme = (await schemes.GetCurrentAsync(session, contestId)).Compiled;
        var field = await ReadFieldAsync(session, contestId, scheme);
        var cutOffs = CutOffRepository.InForce(await CutOffRepository.ListAsync(session, contestId));
        var scores = cutOffs.ToDictionary(one => one.Key, one => one.Value.CutOff.Score!.Value, StringComparer.Ordinal);
        return (field, AwardCalculator.Compute(field, scores), cutOffs);
    }

    private static async Task<ContestField> ReadFieldAsync(DbSession session, string contestId, CompiledScheme scheme)
    {
        var delegations = (await session.QueryAsync<DelegationRow>(Delegations, new { contestId })).ToDictionary(row => row.Code, row => row.Delegation, StringComparer.Ordinal);
        var moment = await ContestMoment.LoadAsync(session, contestId, scheme, null, until: null);
        var missing = new MissingMarks(scheme);
        var lines = new List<BoardLine>(moment.Entries.Count);
        var facts = new Dictionary<string, EntryFacts>(StringComparer.Ordinal);
        foreach (var entry in moment.Entries)
        {
            var result = moment.Calculate(entry);
            var line = entry.ToLine().With(result, scheme);
            var (bounds, none) = line.Marked < line.Expected ? missing.Of(moment.Of(entry)) : default;
            lines.Add(line);
            facts.Add(entry.Code, new()
            {
                Delegation = delegations.GetValueOrDefault(entry.Code, ""),
                Parts = Parts(scheme, result.Scores),
                IsSettled = IsSettled(scheme, result.Scores),
                Bounds = bounds,
                WillHaveNoResult = none,
            });
        }
        return ContestField.Of(scheme, BoardOrder.Of(lines, scheme), code => facts[code], moment.Decisions);
    }

    private static Dictionary<(SchemeLevel, string), Fraction> Parts(CompiledScheme scheme, EntryScores scores)
    {
        var parts = new Dictionary<(SchemeLevel, string), Fraction>();
        foreach (var stage in scheme.Stages)
            Add(SchemeLevel.Stage, stage.Stage.Key, scores.Stages[stage.Place]);
        foreach (var module in scheme.Modules)
            Add(SchemeLevel.Module, module.Module.Key, scores.Modules[module.Place]);
        foreach (var form in scheme.Forms)
        {
            Add(SchemeLevel.Form, form.Form.Key, scores.Forms[form.Place]);
            foreach (var aspect in form.Aspects)
                Add(SchemeLevel.Aspect, aspect.Aspect.Key, scores.Aspects[aspect.Place]);
        }
        return parts;

        void Add(SchemeLevel level, string key, Outcome outcome)
        {
            if (outcome.Points is { } points)
                parts[(level, key)] = points;
        }
    }

    private static bool IsSettled(CompiledScheme scheme, EntryScores scores) => scheme.Forms.SelectMany(form => form.Aspects)
        .All(aspect => aspect.Aspect.Role == AspectRole.Info || !scores.Aspects[aspect.Place].IsNone);

    private sealed class DelegationRow
    {
        public string Code { get; init; } = "";
        public string Delegation { get; init; } = "";
    }
}
