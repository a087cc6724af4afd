using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>All conditions by their word in the scheme document.</summary>
public static class AwardConditionWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, AwardCondition>> Readers = new(StringComparer.Ordinal)
    {
        [RankCondition.RuleWord] = json => new RankCondition(json.Whole("at_most", 1, NumberQuota.Most)),
        [TotalCondition.RuleWord] = json => new TotalCondition(Limits.Read(json)),
        [ScaleCondition.RuleWord] = json => new ScaleCondition(Limits.Read(json)),
        ["stage"] = json => PartCondition.Read(SchemeLevel.Stage, json),
        ["module"] = json => PartCondition.Read(SchemeLevel.Module, json),
        ["form"] = json => PartCondition.Read(SchemeLevel.Form, json),
        ["aspect"] = json => PartCondition.Read(SchemeLevel.Aspect, json),
        [FullMarksCondition.RuleWord] = json => new FullMarksCondition(json.Whole("count", 1, SchemeRules.MostAspects, 1)),
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static AwardCondition Read(JsonObjectReader json)
    {
        var condition = json.Choice("by", Readers) is { } read ? read(json) : new RankCondition(1);
        json.Done();
        return condition;
    }

    internal static void Write(Utf8JsonWriter json, IReadOnlyList<AwardCondition> conditions)
    {
        if (conditions.Count == 0)
            return;
        json.WriteStartArray("require");
        foreach (var condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("by", condition.Word);
            condition.Write(json);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
