using System.Globalization;
using System.Text.Json;
using CompetitionHub.Core.Verification;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>Writes small contests as an export has them: the scheme in JSON, an entry per line of marks.</summary>
internal static class Exported
{
    /// <summary>A scheme with one stage, module and form of these aspects; <paramref name="more"/> are further properties of the scheme.</summary>
    public static string Scheme(int judges, string more, params string[] aspects) =>
        $$"""{ "full_mark": null, "stages": [{{Stage("s", Module("m", Form("f", judges, aspects)))}}] {{Further(more)}} }""";

    public static string Stage(string key, params string[] modules) => StageWith(key, "", modules);

    public static string StageWith(string key, string more, params string[] modules) =>
        $$"""{ "key": "{{key}}", "modules": [{{string.Join(", ", modules)}}] {{Further(more)}} }""";

    public static string Module(string key, params string[] forms) => ModuleWith(key, "", forms);

    public static string ModuleWith(string key, string more, params string[] forms) =>
        $$"""{ "key": "{{key}}", "forms": [{{string.Join(", ", forms)}}] {{Further(more)}} }""";

    public static string Form(string key, int judges, params string[] aspects) => FormWith(key, judges, "", aspects);

    public static string FormWith(string key, int judges, string more, params string[] aspects) =>
        $$"""{ "key": "{{key}}", "judges": {{judges}}, "aspects": [{{string.Join(", ", aspects)}}] {{Further(more)}} }""";

    /// <summary>An aspect with the properties of its rule, as <c>"kind": "points"</c>, and further ones of its own.</summary>
    public static string Aspect(string key, string rule, string more = "") => $$"""{ "key": "{{key}}", "rule": { {{rule}} } {{Further(more)}} }""";

    public static string Imported(string key, string more = "") => Aspect(key, "\"kind\": \"imported\"", more);

    public static string Measured(string key, string rule, string more = "") => Aspect(key, rule, more);

    /// <summary>
    /// Calculates. An entry is <c>A1: p1=8 t=1,2,JA</c>, with <c>A1@room</c> for a panel and <c>-A1</c> when it is out; the values of an aspect are those of the seats from 1 on
    /// (<c>NA</c>, <c>F</c>, <c>JA</c>; <c>.</c> for none), and of an imported aspect of seat 0.
    /// </summary>
    public static IReadOnlyDictionary<string, ComputedEntry> Calculate(string scheme, params string[] entries) => CalculateWith(scheme, "[]", entries);

    public static IReadOnlyDictionary<string, ComputedEntry> CalculateWith(string scheme, string decisions, params string[] entries)
    {
        using var document = JsonDocument.Parse($$"""{ "slug": "contest", "counting": "submitted", "decisions": {{decisions}}, "scheme": {{scheme}} }""");
        var imported = Part.Scheme(document.RootElement.GetProperty("scheme")).All(PartLevel.Aspect).Where(part => part.Kind == "imported").Select(part => part.Key).ToHashSet();
        return SecondCalculator.Calculate(document.RootElement, [.. entries.Select(entry => Entrant(entry, imported))]).Entries.ToDictionary(entry => entry.Code);
    }

    /// <summary>The total as text; <c>-</c> for none yet, <c>F</c> for no result.</summary>
    public static string Total(this ComputedEntry entry) => entry.Parts[^1].Outcome.Text();

    public static string Text(this ComputedEntry entry, PartLevel level, string key) => entry.Parts.Single(part => part.Level == level && part.Key == key).Outcome.Text();

    /// <summary>The codes in order with their ranks, as <c>1 A, 2 B, 2 C</c>.</summary>
    public static string Ranks(this IReadOnlyDictionary<string, ComputedEntry> entries) => string.Join(", ", entries.Values
        .Where(entry => entry.Rank is not null).OrderBy(entry => entry.Rank).ThenBy(entry => entry.Code, StringComparer.Ordinal).Select(entry => $"{entry.Rank} {entry.Code}"));

    private static string Text(this Outcome outcome) => outcome.State switch
    {
        PartState.None => "-",
        PartState.Value => outcome.Value.ToString(),
        PartState.NoResult => "F",
    };

    private static Entrant Entrant(string text, HashSet<string> imported)
    {
        var (head, marks) = text.Split(':') is [var name, var rest] ? (name, rest) : (text, "");
        var (code, panel) = head.TrimStart('-').Split('@') is [var own, var room] ? (own, room) : (head.TrimStart('-'), "");
        return new(code, panel, head[0] != '-', marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Marks).ToLookup(mark => mark.Aspect, mark => mark.Mark));

        IEnumerable<(string Aspect, SeatMark Mark)> Marks(string word)
        {
            var (aspect, values) = word.Split('=') is [var key, var list] ? (key, list.Split(',')) : throw new FormatException(word);
            var first = imported.Contains(aspect) ? 0 : 1;
            return values.Index().Where(value => value.Item != ".").Select(value => (aspect, Mark(value.Index + first, value.Item)));
        }
    }

    private static SeatMark Mark(int seat, string value) => value switch
    {
        "NA" => new(seat, SeatMark.NotAttempted, 0),
        "F" => new(seat, SeatMark.Failed, 0),
        "JA" => new(seat, SeatMark.JudgeAbsent, 0),
        _ => new(seat, SeatMark.Given, Rational.Parse(value)),
    };

    private static string Further(string more) => more.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {more}");
}
