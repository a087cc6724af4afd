using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Rounding to so many decimals (0–6).</summary>
public sealed record RoundingRule(int Decimals, RoundingMode Mode = RoundingMode.HalfUp)
{
    /// <summary>The rounded value.</summary>
    public Fraction Apply(Fraction value) => value.Round(Decimals, Mode);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("decimals", Decimals);
        json.WriteString("mode", SchemeWords.Of(SchemeWords.RoundingModes, Mode));
    }

    internal static RoundingRule Read(JsonObjectReader json) =>
        new(json.Whole("decimals", 0, Fraction.MaximumDecimals), json.Word("mode", SchemeWords.RoundingModes, RoundingMode.HalfUp));
}

/// <summary>Where values are rounded on their way to the total; at a level without a rule they stay exact.</summary>
public sealed record RoundingPlan
{
    /// <summary>What a panel's marks give, before the aspect's factor.</summary>
    public RoundingRule? Panel { get; init; }

    /// <summary>An aspect's points, after its factor.</summary>
    public RoundingRule? Aspect { get; init; }

    /// <summary>A form's sum.</summary>
    public RoundingRule? Form { get; init; }

    /// <summary>A module's sum.</summary>
    public RoundingRule? Module { get; init; }

    /// <summary>A stage's points.</summary>
    public RoundingRule? Stage { get; init; }

    /// <summary>The total.</summary>
    public RoundingRule? Total { get; init; }

    /// <summary>The rule of a level, or null where values stay exact.</summary>
    public RoundingRule? At(SchemeLevel level) => level switch
    {
        SchemeLevel.Panel => Panel,
        SchemeLevel.Aspect => Aspect,
        SchemeLevel.Form => Form,
        SchemeLevel.Module => Module,
        SchemeLevel.Stage => Stage,
        SchemeLevel.Total => Total,
    };
}

/// <summary>The levels of a scheme, from the judges up.</summary>
public enum SchemeLevel
{
    /// <summary>A panel's marks for one aspect.</summary>
    Panel,
    /// <summary>An aspect.</summary>
    Aspect,
    /// <summary>A form.</summary>
    Form,
    /// <summary>A module.</summary>
    Module,
    /// <summary>A stage.</summary>
    Stage,
    /// <summary>The whole scheme.</summary>
    Total,
}
