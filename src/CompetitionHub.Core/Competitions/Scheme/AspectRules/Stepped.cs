using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>满分/部分/零分: the mark is one of the listed points, such as 4, 2 or 0. domain.md §2.6-7.</summary>
public sealed record Stepped(ValueList<Score> Listed) : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "stepped";

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => MarkRange.Of(MarkUnit.Points, Listed);

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) => MarkWorth.Itself;

    private protected override Outcome Points(AspectInput input, Score value) => Outcome.Of(value.ToFraction());

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Listed.Count == 0 ? null : Listed.Max().ToFraction();

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Marks(aspect).Ends;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        foreach (var problem in RuleChecks.OwnLimits(aspect, MostPoints(aspect, form.Judges)))
            yield return problem;
        if (Listed.Count == 0)
            yield return ("rule.points", SchemeErrors.TableEmpty());
        var earlier = new HashSet<Score>();
        for (var i = 0; i < Listed.Count; i++)
        {
            if (!earlier.Add(Listed[i]))
                yield return ($"rule.points[{i}]", SchemeErrors.ListedTwice(Listed[i]));
        }
    }

    internal override void Write(Utf8JsonWriter json) => json.WriteScores("points", Listed);

    internal static Stepped Read(JsonObjectReader json) => new(json.Scores("points"));
}
