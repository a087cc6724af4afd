using System.Text.Json;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Every judge of the panel gives a mark; the panel rule makes one value of those that are there.</summary>
public sealed record PanelScore(PanelRule Panel) : AspectRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "panel_score";

    /// <summary>With fewer marks than this there are no points.</summary>
    public int MinimumJudges { get; init; } = 1;

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.PanelScore;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    internal override Fraction? Evaluate(Aspect aspect, ReadOnlySpan<MarkSlot> marks, RoundingPlan rounding, WorkedNote? worked)
    {
        Span<long> values = stackalloc long[marks.Length];
        Span<int> places = stackalloc int[marks.Length];
        var (given, missing) = (0, 0);
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
                default:
                    missing++;
                    break;
            }
        }

        var needed = Math.Max(MinimumJudges, Panel.Needed);
        if (given < needed)
        {
            worked?.Step(missing > 0 ? StepCodes.PanelIncomplete : StepCodes.TooFewJudges, null, given, needed);
            return null;
        }

        Span<MarkUse> uses = stackalloc MarkUse[given];
        uses.Fill(MarkUse.Counted);
        var value = Panel.Aggregate(values[..given], uses, worked);
        if (worked is not null)
        {
            for (var i = 0; i < given; i++)
                worked.Use(places[i], uses[i]);
        }
        return WorkedNote.Round(value, rounding.Panel, worked);
    }

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

    internal static PanelScore Read(JsonObjectReader json) =>
        new(PanelRuleWords.Read(json.Object("panel"))) { MinimumJudges = json.Whole("minimum_judges", 1, 99, 1) };
}
