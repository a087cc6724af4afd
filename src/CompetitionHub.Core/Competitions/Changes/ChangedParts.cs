using System.Text.Json.Nodes;
using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>
/// Which parts of a scheme differ between two versions, for people who look at the record: <c>aspect/A1</c>, <c>form/f</c>, or a section of the
/// document such as <c>tie_breaks</c>. A part stands for itself only, not for the parts inside it. Pure.
/// </summary>
public static class ChangedParts
{
    private static readonly string[] Levels = ["stage", "module", "form", "aspect"];

    /// <summary>The parts in the order of the new document, those that are gone last within their level.</summary>
    public static IReadOnlyList<string> Of(MarkingScheme before, MarkingScheme after) =>
        [.. Sections(Read(before), Read(after), 0).Concat(Inside(Read(before), Read(after), 0))];

    private static JsonObject Read(MarkingScheme scheme) => JsonNode.Parse(SchemeJson.Write(scheme))!.AsObject();

    private static IEnumerable<string> Sections(JsonObject before, JsonObject after, int level) => after.Select(property => property.Key)
        .Union(before.Select(property => property.Key))
        .Where(name => name != Inner(level) && !JsonNode.DeepEquals(before[name], after[name]));

    private static IEnumerable<string> Inside(JsonObject? before, JsonObject? after, int level)
    {
        if (level == Levels.Length)
            yield break;
        var (old, next) = (Parts(before, level), Parts(after, level));
        foreach (var key in next.Keys.Union(old.Keys))
        {
            var (was, now) = (old.GetValueOrDefault(key), next.GetValueOrDefault(key));
            if (was is null || now is null || Sections(was, now, level + 1).Any())
                yield return $"{Levels[level]}/{key}";
            // What came or went as a whole is named once.
            if (was is null || now is null)
                continue;
            foreach (var inner in Inside(was, now, level + 1))
                yield return inner;
        }
    }

    private static Dictionary<string, JsonObject> Parts(JsonObject? whole, int level) =>
        (whole?[Inner(level)]?.AsArray() ?? []).Select(part => part!.AsObject()).ToDictionary(part => part["key"]!.GetValue<string>(), StringComparer.Ordinal);

    private static string Inner(int level) => level < Levels.Length ? Levels[level] + "s" : "";
}
