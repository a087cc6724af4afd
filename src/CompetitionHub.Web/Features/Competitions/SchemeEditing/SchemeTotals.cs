using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>The points of a perfect entry, part by part, as the editor shows them.</summary>
public static class SchemeTotals
{
    /// <summary>Of the whole; of a weighted whole the sum of the weighted parts that are there.</summary>
    public static Fraction? Of(MarkingScheme scheme) => SchemeRules.FullMarkOf(scheme);

    /// <summary>Of the part at the end of a way of indexes: stage, module, form, aspect. With its sign where it is no part of the full mark.</summary>
    public static string Of(MarkingScheme scheme, int[] place)
    {
        var stage = scheme.Stages[place[0]];
        if (place.Length == 1)
        {
            return Text(SchemeRules.FullMarkOf(stage, scheme));
        }
        var module = stage.Modules[place[1]];
        if (place.Length == 2)
        {
            return Text(SchemeRules.FullMarkOf(module));
        }
        var form = module.Forms[place[2]];
        return place.Length == 3 ? Text(SchemeRules.FullMarkOf(form)) : Of(form.Aspects[place[3]], form.Judges);
    }

    /// <summary>For reading: a dash when open-ended.</summary>
    public static string Text(Fraction? points) => points is { } value ? ScoreText.Format(value) : "–";

    private static string Of(Aspect aspect, int judges) => aspect.Role switch
    {
        AspectRole.Points => Text(SchemeRules.FullMarkOf(aspect, judges)),
        AspectRole.Bonus => "+" + Text(SchemeRules.FullMarkOf(aspect, judges)),
        AspectRole.Penalty => "−" + Text(SchemeRules.FullMarkOf(aspect, judges)),
        AspectRole.Info => "–",
    };
}
