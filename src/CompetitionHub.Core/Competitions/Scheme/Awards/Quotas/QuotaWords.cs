using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>All quotas by their word in the scheme document.</summary>
public static class QuotaWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, Quota>> Readers = new(StringComparer.Ordinal)
    {
        [NumberQuota.RuleWord] = json => new NumberQuota(json.Whole("count", 1, NumberQuota.Most)),
        [ShareQuota.RuleWord] = ShareQuota.Read,
        [FieldSizeQuota.RuleWord] = FieldSizeQuota.Read,
        [EveryoneQuota.RuleWord] = _ => new EveryoneQuota(),
        [CutOffQuota.RuleWord] = CutOffQuota.Read,
        [MedalQuota.RuleWord] = _ => new MedalQuota(),
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static Quota Read(JsonObjectReader json)
    {
        var quota = json.Choice("kind", Readers) is { } read ? read(json) : new EveryoneQuota();
        json.Done();
        return quota;
    }

    internal static void Write(Utf8JsonWriter json, Quota quota)
    {
        json.WriteStartObject("quota");
        json.WriteString("kind", quota.Word);
        quota.Write(json);
        json.WriteEndObject();
    }
}
