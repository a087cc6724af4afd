using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A rule by which every judge of the panel gives a mark and the panel rule makes one value of those that are there.</summary>
public abstract record PanelAspect(PanelRule Panel) : AspectRule
{
    /// <summary>With fewer marks than this there are no points.</summary>
    public int MinimumJudges { get; init; } = 1;

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.PanelScore;

    internal sealed override Outcome Evaluate(AspectInput input)
    {
        var marks = input.Marks;
        var worked = input.Worked;
        Span<long> values = stackalloc long[marks.Length];
        Span<int> places = stackalloc int[marks.Length];
        var (given, failed, missing) = (0, 0, 0);
        for (var place = 0; place < marks.Length; place++)
        {
            switch (marks[place].State)
            {
                case MarkState.Value or MarkState.NotAttempted:
                    places[given] = place;
                    values[given++] = marks[place].State == MarkState.Value ? marks[place].Value : 0;
                    break;
                case MarkState.JudgeAbsent:
                    worked?.Use(place, MarkUse.LeftOut);
                    break;
                case MarkState.Failed:
                    failed++;
                    break;
                default:
                    missing++;
                    break;
            }
        }

        var needed = Math.Max(MinimumJudges, Panel.Needed);
        if (failed > 0 && given > 0)
            return Refuse(worked, StepCodes.MixedResult, failed, given);
        if (given + failed < needed || (missing > 0 && NeedsAll))
            return Refuse(worked, missing > 0 ? StepCodes.PanelIncomplete : StepCodes.TooFewJudges, given + failed, missing > 0 && NeedsAll ? given + failed + missing : needed);
        if (failed > 0)
            return Outcome.NoResult;
        if (!Prepare(input, values[..given], places[..given]))
            return Outcome.None;

        Span<MarkUse> uses = stackalloc MarkUse[given];
        uses.Fill(MarkUse.Counted);
        var value = Panel.Aggregate(values[..given], places[..given], uses, worked);
        if (worked is not null)
        {
            for (var i = 0; i < given; i++)
                worked.Use(places[i], uses[i]);
        }
        return Points(input, WorkedNote.Round(value, input.Rounding.Panel, worked));
    }

    /// <summary>True when nothing counts before every judge has given a mark or is absent.</summary>
    private protected virtual bool NeedsAll => false;

    /// <summary>Checks the marks together or turns each into what the panel rule works on; false (with a step) when they cannot count.</summary>
    private protected virtual bool Prepare(AspectInput input, Span<long> values, ReadOnlySpan<int> places) => true;

    /// <summary>The points of the panel's value.</summary>
    private protected virtual Outcome Points(AspectInput input, Fraction value) => Outcome.Of(value);

    internal override Error? CheckValue(Aspect aspect, Score value) => MarkRules.CheckRange(aspect, value);

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, int judges)
    {
        if (MinimumJudges < 1 || (judges > 0 && MinimumJudges > judges))
            yield return ("rule.minimum_judges", SchemeErrors.MinimumJudges(judges));
        foreach (var (property, error) in Panel.Check(judges))
            yield return ($"rule.panel.{property}", error);
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("panel");
        json.WriteString("kind", Panel.Word);
        Panel.Write(json);
        json.WriteEndObject();
        json.WriteNumber("minimum_judges", MinimumJudges);
    }

    /// <summary>Reads what all rules of this kind have; the panel rule is the mean where the document does not say.</summary>
    private protected static T ReadPanel<T>(JsonObjectReader json, T rule) where T : PanelAspect =>
        rule with { MinimumJudges = json.Whole("minimum_judges", 1, 99, 1) };

    private static Outcome Refuse(WorkedNote? worked, string code, int have, int need)
    {
        worked?.Step(code, null, have, need);
        return Outcome.None;
    }
}
