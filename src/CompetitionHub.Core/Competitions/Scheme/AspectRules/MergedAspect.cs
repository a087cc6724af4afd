using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A rule by which a panel rule makes one value of the judges' marks, or of what the marks stand for.</summary>
public abstract record MergedAspect(PanelRule Panel) : PanelAspect
{
    private protected sealed override int Needed => Panel.Needed;

    /// <summary>What the panel rule works on: the marks, or what they stand for.</summary>
    private protected virtual MarkRange Merged(Aspect aspect) => Marks(aspect);

    /// <summary>Name of the panel rule's object in the document.</summary>
    private protected virtual string PanelProperty => "panel";

    private protected sealed override Fraction? Merge(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked) =>
        Panel.Aggregate(values, places, uses, worked);

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
        base.Check(aspect, form, scheme).Concat(
            Panel.Check(Merged(aspect), form.Judges).Select(problem => ($"rule.{PanelProperty}.{problem.Property}", problem.Error)));

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(PanelProperty);
        json.WriteString("kind", Panel.Word);
        Panel.Write(json);
        json.WriteEndObject();
        json.WriteNumber("minimum_judges", MinimumJudges);
    }
}
