using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>测量分 by consensus: every judge records the same points; while they differ nothing counts. domain.md §2.6-4.</summary>
public sealed record Consensus : PanelAspect
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "consensus";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) => MarkWorth.Itself;

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    private protected override bool NeedsAll => true;

    internal override void Write(Utf8JsonWriter json)
    {
        if (MinimumJudges != 1)
            json.WriteNumber("minimum_judges", MinimumJudges);
    }

    internal static Consensus Read(JsonObjectReader json) => new() { MinimumJudges = ReadMinimum(json) };

    private protected override Fraction? Merge(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked)
    {
        if (values.ContainsAnyExcept(values[0]))
        {
            worked?.Step(StepCodes.NotAgreed, null);
            return null;
        }
        var agreed = Fraction.Of(values[0], Score.Unit);
        worked?.Step(StepCodes.Agreed, agreed, values.Length);
        return agreed;
    }
}
