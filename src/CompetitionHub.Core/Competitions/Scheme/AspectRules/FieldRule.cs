using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A rule by which a value is worth what it is among the values of the field: all entries that take part and have one.</summary>
public abstract record FieldRule : ValueRule
{
    internal sealed override bool DependsOnField => true;

    internal sealed override object? Gather(CompiledAspect aspect, IReadOnlyList<EntrySlots> field, IReadOnlyList<EntrySlots> gone)
    {
        Score[] values = [.. field.Select(entry => entry.Of(aspect)[0]).Where(mark => mark.State == MarkState.Value).Select(mark => new Score(mark.Value))];
        Array.Sort(values);
        return values;
    }

    private protected sealed override Outcome Points(AspectInput input, Score value) =>
        input.Field is Score[] { Length: > 0 } field ? Points(input, value, field) : Outcome.None;

    /// <summary>The points of a value among the field's, which ascend.</summary>
    private protected abstract Outcome Points(AspectInput input, Score value, Score[] field);
}
