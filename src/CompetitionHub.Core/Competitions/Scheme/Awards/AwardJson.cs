using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Reads and writes the sections <c>advancement</c> and <c>awards</c> of a scheme document.</summary>
internal static class AwardJson
{
    public static AdvancementRule ReadAdvancement(JsonObjectReader json)
    {
        var rule = new AdvancementRule
        {
            To = json.OptionalObject("to") is { } to ? SchemeJson.Text(to) : null,
            Quota = QuotaWords.Read(json.Object("quota")),
            Base = json.Word("base", AwardWords.Bases, FieldBase.TookPart),
            Ties = json.Word("ties", AwardWords.Ties, TieRule.Include),
            Require = json.List("require", AwardConditionWords.Read, required: false),
            PerDelegation = json.OptionalWhole("per_delegation", NumberQuota.Most),
            Reserves = json.Whole("reserves", 0, NumberQuota.Most, 0),
        };
        json.Done();
        return rule;
    }

    public static AwardGroup ReadGroup(JsonObjectReader json)
    {
        var group = new AwardGroup
        {
            Key = json.Text("key"),
            Name = SchemeJson.Text(json.Object("name")),
            Base = json.Word("base", AwardWords.Bases, FieldBase.TookPart),
            Ties = json.Word("ties", AwardWords.Ties, TieRule.Include),
            Medals = json.OptionalObject("medals") is { } medals ? MedalRule.Read(medals) : null,
            Awards = json.List("awards", ReadAward),
        };
        json.Done();
        return group;
    }

    /// <summary>Writes both sections, as far as the scheme has them.</summary>
    public static void Write(Utf8JsonWriter json, MarkingScheme scheme)
    {
        if (scheme.Scale is { } scale)
            scale.Write(json);
        if (scheme.Advancement is { } advancement)
            Write(json, advancement);
        if (scheme.Awards.Count == 0)
            return;
        json.WriteStartArray("awards");
        foreach (var group in scheme.Awards)
            Write(json, group);
        json.WriteEndArray();
    }

    private static Award ReadAward(JsonObjectReader json)
    {
        var award = new Award
        {
            Key = json.Text("key"),
            Name = SchemeJson.Text(json.Object("name")),
            Quota = QuotaWords.Read(json.Object("quota")),
            FromTop = json.Flag("from_top"),
            Require = json.List("require", AwardConditionWords.Read, required: false),
        };
        json.Done();
        return award;
    }

    private static void Write(Utf8JsonWriter json, AdvancementRule rule)
    {
        json.WriteStartObject("advancement");
        if (rule.To is { } to)
            json.WriteText("to", to);
        QuotaWords.Write(json, rule.Quota);
        Write(json, rule.Base, rule.Ties);
        AwardConditionWords.Write(json, rule.Require);
        if (rule.PerDelegation is { } most)
            json.WriteNumber("per_delegation", most);
        if (rule.Reserves > 0)
            json.WriteNumber("reserves", rule.Reserves);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AwardGroup group)
    {
        json.WriteStartObject();
        json.WriteString("key", group.Key);
        json.WriteText("name", group.Name);
        Write(json, group.Base, group.Ties);
        group.Medals?.Write(json);
        json.WriteStartArray("awards");
        foreach (var award in group.Awards)
        {
            json.WriteStartObject();
            json.WriteString("key", award.Key);
            json.WriteText("name", award.Name);
            QuotaWords.Write(json, award.Quota);
            if (award.FromTop)
                json.WriteBoolean("from_top", true);
            AwardConditionWords.Write(json, award.Require);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FieldBase field, TieRule ties)
    {
        json.WriteString("base", SchemeWords.Of(AwardWords.Bases, field));
        json.WriteString("ties", SchemeWords.Of(AwardWords.Ties, ties));
    }
}
