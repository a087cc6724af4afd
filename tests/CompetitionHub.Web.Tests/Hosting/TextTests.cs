using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using CompetitionHub.TestKit;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Tests.Hosting;

/// <summary>Both languages are complete: same keys, same arguments, a sentence for each refusal, a text for each key that pages ask for.</summary>
public sealed partial class TextTests
{
    private static readonly Assembly Web = typeof(ErrorSentences).Assembly;

    public static TheoryData<string> Sets() => [.. Web.GetManifestResourceNames().Where(n => n.EndsWith("Text.resources", StringComparison.Ordinal)).Select(n => n[..^".resources".Length]).Order()];

    [Fact]
    public void Sets_ThereAreSome() => Assert.Contains("CompetitionHub.Web.Features.Accounts.AccountsText", Sets().Select(row => row.Data));

    [Theory, MemberData(nameof(Sets))]
    public void Keys_OfEachSet_AreTheSameInBothLanguages(string set)
    {
        var (english, chinese) = (Texts(set, ""), Texts(set, "zh"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english.Concat(chinese), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));
    }

    [Theory, MemberData(nameof(Sets))]
    public void Arguments_OfEachText_AreTheSameInBothLanguages(string set)
    {
        var chinese = Texts(set, "zh");
        foreach (var (key, text) in Texts(set, ""))
        {
            Assert.True(Arguments(text).SetEquals(Arguments(chinese[key])), $"{set}: {key}");
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public void EachText_WithOneAndWithMany_CanBeSaid(string set)
    {
        foreach (var (key, text) in Texts(set, "").Concat(Texts(set, "zh")).Where(text => Arguments(text.Value).Count > 0))
        {
            foreach (object number in new object[] { 1, 2, "x" })
            {
                object[] args = [.. Enumerable.Repeat(number, Arguments(text).Max() + 1)];
                var said = Record.Exception(() => Assert.DoesNotContain('|', string.Format(CultureInfo.InvariantCulture, CountedTexts.Choose(text, args), args)));
                Assert.True(said is null, $"{set}: {key}: {said?.Message}");
            }
        }
    }

    [Fact]
    public void Keys_AskedForByPages_Exist()
    {
        var root = Path.Combine(Needs.Repository(), "src", "CompetitionHub.Web");
        var missing = new List<string>();
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(root, "*.razor", SearchOption.AllDirectories))
        {
            var page = File.ReadAllText(file) + (File.Exists(file + ".cs") ? File.ReadAllText(file + ".cs") : "");
            foreach (Match injected in Injected().Matches(page))
            {
                var set = Web.GetTypes().SingleOrDefault(t => t.Name == injected.Groups["set"].Value)?.FullName;
                var known = set is null ? [] : Texts(set, "");
                foreach (Match use in Regex.Matches(page, $@"\b{injected.Groups["name"].Value}\[""(?<key>[^""{{]+)""[\],]"))
                {
                    seen++;
                    if (!known.ContainsKey(use.Groups["key"].Value))
                    {
                        missing.Add($"{Path.GetRelativePath(root, file)}: {use.Groups["key"].Value}");
                    }
                }
            }
        }

        Assert.True(seen > 50, $"only {seen} uses found");
        Assert.True(missing.Count == 0, string.Join('\n', missing.Distinct()));
    }

    [Fact]
    public void RadzenTexts_InChinese_CoverTheWordsOfTheComponentsInUse()
    {
        var radzen = new ResourceManager("Radzen.Blazor.RadzenStrings", typeof(Radzen.ILocalizer).Assembly);
        var known = radzen.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(e => (string)e.Key).ToHashSet();
        var ours = Texts("CompetitionHub.Web.Components.RadzenText", "zh").Keys;
        Assert.All(ours, key => Assert.Contains(key, known));
        var used = known.Where(k => RadzenInUse().IsMatch(k));
        Assert.Empty(used.Except(ours));
    }

    private static Dictionary<string, string> Texts(string set, string culture)
    {
        try
        {
            return new ResourceManager(set, Web).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)?
                .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!) ?? [];
        }
        catch (MissingManifestResourceException)
        {
            return [];
        }
    }

    private static HashSet<int> Arguments(string text) =>
        [.. Placeholder().Matches(text).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"IStringLocalizer<(?<set>\w+)> (?<name>\w+)")]
    private static partial Regex Injected();

    [GeneratedRegex("^(DataGrid|Pager|DropDown|Dialog)_")]
    private static partial Regex RadzenInUse();
}
