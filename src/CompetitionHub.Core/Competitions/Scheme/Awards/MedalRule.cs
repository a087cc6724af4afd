using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// Medals by tolerance on the scale. domain.md §5.4: who is within the tolerance is tied. Two golds: no silver, at least one bronze. Three or more golds:
/// no silver, bronze only within the tolerance of the last gold. One gold and two or more silvers: bronze only within the tolerance of the last silver.
/// </summary>
public sealed record MedalRule
{
    /// <summary>Scale points that still tie.</summary>
    public Score Tolerance { get; init; } = Score.Points(2);

    /// <summary>From which member of a tied group the distance of the next entry is measured.</summary>
    public MedalChain Chain { get; init; }

    /// <summary>The smallest field with a silver medal.</summary>
    public int SilverFrom { get; init; }

    /// <summary>The smallest field with a bronze medal.</summary>
    public int BronzeFrom { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("medals");
        json.WriteScore("tolerance", Tolerance);
        json.WriteString("chain", SchemeWords.Of(AwardWords.Chains, Chain));
        if (SilverFrom > 0)
            json.WriteNumber("silver_from", SilverFrom);
        if (BronzeFrom > 0)
            json.WriteNumber("bronze_from", BronzeFrom);
        json.WriteEndObject();
    }

    internal static MedalRule Read(JsonObjectReader json)
    {
        var rule = new MedalRule
        {
            Tolerance = json.Score("tolerance", Score.Points(2)),
            Chain = json.Word("chain", AwardWords.Chains, MedalChain.Last),
            SilverFrom = json.Whole("silver_from", 0, NumberQuota.Most, 0),
            BronzeFrom = json.Whole("bronze_from", 0, NumberQuota.Most, 0),
        };
        json.Done();
        return rule;
    }
}

/// <summary>From where the tolerance is measured.</summary>
public enum MedalChain
{
    /// <summary>From the last member: a chain of small steps may grow long.</summary>
    Last,
    /// <summary>From the first member.</summary>
    First,
}
