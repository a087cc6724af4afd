using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>How totals are put on a common scale, so that contests of different difficulty can be compared. domain.md §5.3.</summary>
public sealed record ScaleRule
{
    /// <summary>The formula.</summary>
    public ScaleMethod Method { get; init; }

    /// <summary>What the middle of the field gets.</summary>
    public Score Centre { get; init; } = Score.Points(700);

    /// <summary>Scale points of one standard deviation.</summary>
    public Score Spread { get; init; } = Score.Points(30);

    /// <summary>Decimals of scale points, a half counting upwards.</summary>
    public int Decimals { get; init; }

    /// <summary>The fewest scale points.</summary>
    public Score Minimum { get; init; }

    /// <summary>The most scale points.</summary>
    public Score Maximum { get; init; } = Score.Points(1000);

    /// <summary>Which standard deviation the classic scale uses.</summary>
    public Deviation Deviation { get; init; }

    internal IEnumerable<(string Property, Error Error)> Check()
    {
        if (Spread <= Score.Zero)
            yield return ("spread", AwardRuleErrors.NotPositive());
        if (Minimum >= Maximum)
            yield return ("maximum", AwardRuleErrors.ScaleEmpty(Minimum, Maximum));
        else if (Centre < Minimum || Centre > Maximum)
            yield return ("centre", AwardRuleErrors.OffScale(Minimum, Maximum));
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("scale");
        json.WriteString("method", SchemeWords.Of(Methods, Method));
        json.WriteScore("centre", Centre);
        json.WriteScore("spread", Spread);
        json.WriteNumber("decimals", Decimals);
        json.WriteScore("minimum", Minimum);
        json.WriteScore("maximum", Maximum);
        if (Method == ScaleMethod.Classic)
            json.WriteString("deviation", SchemeWords.Of(SchemeWords.Deviations, Deviation));
        json.WriteEndObject();
    }

    /// <summary>Words for <see cref="ScaleMethod"/>.</summary>
    public static IReadOnlyDictionary<string, ScaleMethod> Methods { get; } =
        new Dictionary<string, ScaleMethod> { ["robust"] = ScaleMethod.Robust, ["classic"] = ScaleMethod.Classic };

    internal static ScaleRule Read(JsonObjectReader json)
    {
        var rule = new ScaleRule
        {
            Method = json.Word("method", Methods, ScaleMethod.Robust),
            Centre = json.Score("centre", Score.Points(700)),
            Spread = json.Score("spread", Score.Points(30)),
            Decimals = json.Whole("decimals", 0, Fraction.MaximumDecimals, 0),
            Minimum = json.Score("minimum", Score.Zero),
            Maximum = json.Score("maximum", Score.Points(1000)),
            Deviation = json.Word("deviation", SchemeWords.Deviations, Deviation.Population),
        };
        json.Done();
        return rule;
    }
}

/// <summary>The formula of a scale.</summary>
public enum ScaleMethod
{
    /// <summary>Median and median absolute deviation: a few very good or very bad entries do not move the rest.</summary>
    Robust,
    /// <summary>Mean and standard deviation.</summary>
    Classic,
}
