using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// A number by the size of the field. domain.md §2.11, Anhui 2023: fewer than 10 entries 1, 11–30 entries 2, more than 30 entries 3 – a field of 10 is in
/// no row, and then the rule says so instead of guessing.
/// </summary>
public sealed record FieldSizeQuota(IReadOnlyList<FieldSizeRow> Rows) : Quota
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "field_size";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Places Of(int field) =>
        Rows.FirstOrDefault(row => row.Holds(field)) is { } found ? Places.Of(found.Count) : new(PlacesKind.Undefined);

    /// <summary>The smallest field that no row holds, up to the largest number a row speaks of and one more; null without a gap.</summary>
    public int? FirstGap()
    {
        var last = Rows.Max(row => Math.Max(row.From ?? 0, row.To ?? 0));
        return Enumerable.Range(1, last + 1).Cast<int?>().FirstOrDefault(field => !Rows.Any(row => row.Holds(field!.Value)));
    }

    internal override IEnumerable<(string Property, Error Error)> Check()
    {
        if (Rows.Count == 0)
            yield return ("rows", AwardRuleErrors.NoRows());
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            if (row.From > row.To)
                yield return ($"rows[{i}].to", AwardRuleErrors.RowEmpty(row.From!.Value, row.To!.Value));
            else if (Rows.Take(i).Any(row.Overlaps))
                yield return ($"rows[{i}].from", AwardRuleErrors.RowsOverlap());
        }
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("rows");
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            if (row.From is { } from)
                json.WriteNumber("from", from);
            if (row.To is { } to)
                json.WriteNumber("to", to);
            json.WriteNumber("count", row.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static FieldSizeQuota Read(JsonObjectReader json) => new(json.List("rows", row =>
    {
        var read = new FieldSizeRow(row.OptionalWhole("from", NumberQuota.Most), row.OptionalWhole("to", NumberQuota.Most), row.Whole("count", 0, NumberQuota.Most));
        row.Done();
        return read;
    }));
}

/// <summary>So many places for fields from–to, both included; a missing end is open.</summary>
public sealed record FieldSizeRow(int? From, int? To, int Count)
{
    /// <summary>True when the row speaks of a field of this size.</summary>
    public bool Holds(int field) => !(field < From) && !(field > To);

    internal bool Overlaps(FieldSizeRow other) => !(From > other.To) && !(other.From > To);
}
