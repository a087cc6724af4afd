using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.JudgeStatistics;

/// <summary>What statistics are about: a whole contest (no key), a form, or one aspect of it; only aspects that every judge of a panel marks.</summary>
public sealed record PanelPart(string? FormKey, string? AspectKey, LocalText Name, IReadOnlyList<Aspect> Aspects)
{
    /// <summary>The parts of the next level.</summary>
    public IReadOnlyList<PanelPart> Children { get; private init; } = [];

    /// <summary>True when there is nothing to add up: marks are compared as they were given.</summary>
    public bool IsOneAspect => Aspects.Count == 1;

    /// <summary>True when a judge's marks cannot be added up, because they are of different kinds.</summary>
    public bool IsMixed => Aspects.Where(aspect => WeightOf(aspect) != 0).Select(MarkScale.Unit).Distinct().Count() > 1;

    /// <summary>The distance between judges that deserves a look unless somebody chooses another, in points; null where marks have no bounds.</summary>
    public double? UsualLimit => Aspects.Aggregate((double?)0, (sum, aspect) => sum + (MarkScale.Far(aspect) * Math.Abs(WeightOf(aspect))));

    /// <summary>The whole contest with its forms and their aspects; a contest with one panel begins with its form.</summary>
    public static PanelPart Of(MarkingScheme scheme)
    {
        var forms = scheme.AllForms().Select(Of).Where(form => form.Aspects.Count > 0).ToList();
        return forms.Count == 1 ? forms[0] : new(null, null, new("", ""), [.. forms.SelectMany(form => form.Aspects)]) { Children = forms };
    }

    /// <summary>The part with these keys, or null.</summary>
    public PanelPart? Find(string? formKey, string? aspectKey) =>
        (formKey is null && aspectKey is null) || (FormKey == formKey && (AspectKey == aspectKey || (IsOneAspect && Aspects[0].Key == aspectKey)))
            ? this
            : Children.Select(child => child.Find(formKey, aspectKey)).FirstOrDefault(found => found is not null);

    /// <summary>What a mark adds to the value that is compared.</summary>
    internal double WeightOf(Aspect aspect) => IsOneAspect ? 1 : MarkScale.Weight(aspect);

    private static PanelPart Of(MarkingForm form)
    {
        // Where all judges record what they agreed on there is nothing to compare.
        List<Aspect> aspects = [.. form.Aspects.Where(aspect => aspect is { Kind: AspectKind.PanelScore, Rule: not Consensus })];
        return new(form.Key, null, form.Name, aspects)
        {
            // A form of one aspect has nothing to say that the aspect does not.
            Children = aspects.Count == 1 ? [] : [.. aspects.Select(aspect => new PanelPart(form.Key, aspect.Key, aspect.Name, [aspect]))],
        };
    }
}
