using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Every judge of the panel gives points; the panel rule makes one value of those that are there. domain.md §2.6-2.</summary>
public sealed record PanelScore(PanelRule Panel) : MergedAspect(Panel)
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "panel_score";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override MarkWorth Worth(Aspect aspect) => MarkWorth.Itself;

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Panel.Most(aspect.Maximum?.ToFraction(), judges);

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Panel.IsMonotone ? Marks(aspect).Ends : null;

    internal static PanelScore Read(JsonObjectReader json) => new(PanelRuleWords.Read(json.Object("panel"))) { MinimumJudges = ReadMinimum(json) };
}
