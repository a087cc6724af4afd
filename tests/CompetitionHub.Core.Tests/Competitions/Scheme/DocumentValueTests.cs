using System.Globalization;
using System.Text.Json.Nodes;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Competitions.Scheme;

/// <summary>What the editor says of a setting (from where to where, what it is when nothing is said) is what the reader of documents does, for every rule in generated schemes.</summary>
public sealed class DocumentValueTests
{
    private const int Documents = 30;

    // Each setting of each rule once, in a document in which it occurs.
    private static readonly List<(string Document, string Path, Setting Setting, string Rule)> Places =
    [
        .. Enumerable.Range(1, Documents).Select(seed => SchemeJson.Write(RandomContest.Of(seed).Scheme))
            .Append(SchemeJson.Write(SchemeJson.Read(Awards).Value))
            .SelectMany(document => Walk("", JsonNode.Parse(document)!.AsObject(), SchemeSettings.Scheme).Select(place => (document, place.Path, place.Setting, place.Rule)))
            .DistinctBy(place => (place.Rule, place.Setting.Name, string.Join('/', place.Path.Split('.', '[').Where(part => !part.EndsWith(']')))))
            .Select(place => (place.document, place.Path, place.Setting, place.Rule)),
    ];

    // What generated schemes have none of.
    private static string Awards => """
        {
          "full_mark": null, "stages": [], "rounding": {}, "tie_breaks": [], "scale": {},
          "advancement": {"quota": {"kind": "share", "part": 30}, "per_delegation": 2, "reserves": 1, "require": [{"by": "rank", "at_most": 3}, {"by": "full_marks", "count": 2}]},
          "awards": [
            {"key": "g", "name": {"zh": "名"}, "medals": {}, "awards": [{"key": "a", "name": {"zh": "名"}, "quota": {"kind": "medal"}}]},
            {"key": "h", "name": {"zh": "名"}, "awards": [{"key": "b", "name": {"zh": "名"}, "quota": {"kind": "number", "count": 1}}]},
            {"key": "i", "name": {"zh": "名"}, "awards": [{"key": "c", "name": {"zh": "名"}, "quota": {"kind": "field_size", "rows": [{"from": 1, "to": 2, "count": 1}]}}]},
            {"key": "j", "name": {"zh": "名"}, "awards": [{"key": "d", "name": {"zh": "名"}, "quota": {"kind": "cut_off", "part": 5}, "require": [{"by": "full_marks"}]}]}
          ]
        }
        """;

    [Fact]
    public void Whole_AtItsEnds_IsTaken_AndBeyondThemRefused()
    {
        var wholes = Places.Where(place => place.Setting.Kind == SettingKind.Whole).ToList();
        Assert.True(wholes.Count > 30, $"only {wholes.Count}");
        foreach (var (document, path, setting, _) in wholes)
        {
            foreach (var (value, fits) in new[] { (setting.Least - 1, false), (setting.Least, true), (setting.Most, true), (setting.Most + 1, false) })
                Assert.True(fits != IsWrong(document, path, value), $"{path} {value}");
        }
    }

    [Fact]
    public void Value_ThatIsLeftOut_IsWhatTheEditorShows()
    {
        var optional = Places.Where(place => place.Setting.Default.Length > 0 && !IsWrong(place.Document, place.Path, null)).ToList();
        Assert.True(optional.Count > 30, $"only {optional.Count}");
        foreach (var (document, path, setting, rule) in optional)
        {
            var usual = setting.Name == "order" && TieBreakSettings.LowerFirst.Contains(rule) ? "lower" : setting.Default;
            var value = setting.Kind == SettingKind.Choice ? JsonValue.Create(usual) : JsonNode.Parse(usual)!;
            Assert.True(Read(document, path, null) == Read(document, path, value), $"{path}: left out it is not {usual}");
        }
    }

    [Fact]
    public void SomethingElse_Anywhere_IsRefused()
    {
        var owners = Places.Select(place => (place.Document, Path: string.Concat(place.Path.AsSpan(0, place.Path.LastIndexOf('.') + 1), "surprise"), place.Rule)).DistinctBy(owner => (owner.Rule, owner.Path)).ToList();
        Assert.True(owners.Count > 30, $"only {owners.Count}");
        Assert.All(owners, owner => Assert.True(IsWrong(owner.Document, owner.Path, 1), owner.Path));
    }

    private static bool IsWrong(string document, string path, int? value) =>
        SchemeJson.Read(Changed(document, path, value is { } number ? JsonValue.Create(number) : null)).Errors.Any(error => error.Field == path);

    private static string Read(string document, string path, JsonNode? value) => SchemeJson.Write(SchemeJson.Read(Changed(document, path, value)).Value);

    private static string Changed(string document, string path, JsonNode? value)
    {
        var root = JsonNode.Parse(document)!;
        var owner = root;
        var names = path.Split('.');
        foreach (var name in names[..^1].SelectMany(name => name.Split('[')))
            owner = name.EndsWith(']') ? owner![int.Parse(name[..^1], CultureInfo.InvariantCulture)] : owner![name];
        owner!.AsObject().Remove(names[^1]);
        if (value is not null)
            owner[names[^1]] = value;
        return root.ToJsonString();
    }

    private static IEnumerable<(string Path, Setting Setting, string Rule)> Walk(string path, JsonObject owner, IReadOnlyList<Setting> settings, string rule = "")
    {
        foreach (var setting in settings)
        {
            var here = path.Length == 0 ? setting.Name : $"{path}.{setting.Name}";
            switch (setting.Kind)
            {
                case SettingKind.Group when owner[setting.Name] is JsonObject inner:
                    foreach (var place in Inside(here, inner, setting))
                        yield return place;
                    break;
                case SettingKind.Rows when owner[setting.Name] is JsonArray rows:
                    foreach (var place in rows.SelectMany((row, i) => Inside($"{here}[{i}]", row!.AsObject(), setting)))
                        yield return place;
                    break;
                case SettingKind.Whole or SettingKind.Score or SettingKind.Choice:
                    yield return (here, setting, rule);
                    break;
            }
        }
    }

    private static IEnumerable<(string Path, Setting Setting, string Rule)> Inside(string path, JsonObject json, Setting setting)
    {
        var word = setting.Family is { } family ? json[family.WordName]!.GetValue<string>() : "";
        return Walk(path, json, [.. setting.Family?.Find(word)?.Settings ?? [], .. setting.Settings], word);
    }
}
