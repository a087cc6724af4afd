using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>How the points of panels that marked different entries are made comparable. domain.md §6-2, §6-3.</summary>
public enum NormalisationMethod
{
    /// <summary>修正系数 by the mean of all entries: f = mean of all ÷ mean of the panel.</summary>
    FactorAllEntries,
    /// <summary>二次平均法: f = mean of the panel means ÷ mean of the panel.</summary>
    FactorPanelMeans,
    /// <summary>z = (x − mean of the panel) ÷ standard deviation of the panel.</summary>
    Z,
    /// <summary>t = 50 + 10 z.</summary>
    T,
}

/// <summary>Which standard deviation.</summary>
public enum Deviation
{
    /// <summary>Divided by n.</summary>
    Population,
    /// <summary>Divided by n − 1.</summary>
    Sample,
}

/// <summary>The normalisation of a module's points between the panels of its entries.</summary>
/// <param name="Method">The formula.</param>
/// <param name="Rounding">Of the factor, or of z and t.</param>
public sealed record Normalisation(NormalisationMethod Method, RoundingRule Rounding)
{
    /// <summary>Rounding of the means before the factor is taken (the source of domain.md §6-2 divides means of two decimals); null for exact ones.</summary>
    public RoundingRule? MeanRounding { get; init; }

    /// <summary>Which standard deviation z and t use.</summary>
    public Deviation Deviation { get; init; }

    /// <summary>True when it is only shown beside the points and changes nothing: it was not announced in the rules.</summary>
    public bool IsAdvisory { get; init; }

    /// <summary>True for the two factors, false for z and t.</summary>
    public bool IsFactor => Method is NormalisationMethod.FactorAllEntries or NormalisationMethod.FactorPanelMeans;

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("method", SchemeWords.Of(SchemeWords.Normalisations, Method));
        json.WriteNumber("decimals", Rounding.Decimals);
        json.WriteString("mode", SchemeWords.Of(SchemeWords.RoundingModes, Rounding.Mode));
        if (MeanRounding is { } means)
            json.WriteNumber("mean_decimals", means.Decimals);
        if (!IsFactor)
            json.WriteString("deviation", SchemeWords.Of(SchemeWords.Deviations, Deviation));
        if (IsAdvisory)
            json.WriteBoolean("advisory", true);
    }

    internal static Normalisation Read(JsonObjectReader json)
    {
        var method = json.Word("method", SchemeWords.Normalisations, NormalisationMethod.FactorAllEntries);
        var usual = method is NormalisationMethod.Z or NormalisationMethod.T ? 2 : 3;
        var read = new Normalisation(method, new(
            json.Whole("decimals", 0, Fraction.MaximumDecimals, usual), json.Word("mode", SchemeWords.RoundingModes, RoundingMode.HalfUp)))
        {
            MeanRounding = json.Has("mean_decimals") ? new(json.Whole("mean_decimals", 0, Fraction.MaximumDecimals)) : null,
            Deviation = json.Word("deviation", SchemeWords.Deviations, Deviation.Population),
            IsAdvisory = json.Flag("advisory"),
        };
        json.Done();
        return read;
    }
}
