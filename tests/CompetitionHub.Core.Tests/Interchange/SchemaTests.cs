using System.Text.Json;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Interchange;

/// <summary>The JSON schema says what the reader does: the same words, the same properties.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Defs = Load().GetProperty("$defs");

    [Fact]
    public void Schema_Words_AreThoseOfTheProgram()
    {
        var competition = Defs.GetProperty("competition").GetProperty("properties");
        var contest = Defs.GetProperty("contest").GetProperty("properties");

        Assert.Equal(EnumText.All<CompetitionLevel>(), Words(competition.GetProperty("level")));
        Assert.Equal(EnumText.All<CompetitionClass>(), Words(competition.GetProperty("class")));
        Assert.Equal(EnumText.All<CompetitionState>(), Words(competition.GetProperty("state")));
        Assert.Equal(EnumText.All<ContestFormat>(), Words(contest.GetProperty("format")));
        Assert.Equal(EnumText.All<CountingRule>(), Words(contest.GetProperty("counting")));
        Assert.Equal(EnumText.All<BoardVisibility>(), Words(contest.GetProperty("board").GetProperty("properties").GetProperty("visibility")));
        Assert.Equal(SchemeWords.Combinations.Keys, Words(Defs.GetProperty("combine")));
        Assert.Equal(SchemeWords.RoundingModes.Keys, Words(Defs.GetProperty("rounding").GetProperty("properties").GetProperty("mode")));
        Assert.Equal(TieBreakWords.All, Words(Defs.GetProperty("tieBreak").GetProperty("properties").GetProperty("by")));
        Assert.Equal(SchemeWords.Orders.Keys, Words(Defs.GetProperty("tieBreak").GetProperty("properties").GetProperty("order")));
        Assert.Equal(SchemeWords.PartLevels.Keys, Words(Defs.GetProperty("tieBreak").GetProperty("properties").GetProperty("of")));
        Assert.Equal(SchemeWords.RankBys.Keys, Words(Defs.GetProperty("scheme").GetProperty("properties").GetProperty("rank_by")));
        Assert.Equal(SchemeWords.Orders.Keys, Words(Defs.GetProperty("scheme").GetProperty("properties").GetProperty("rank_order")));
        Assert.Equal(SchemeWords.RankStyles.Keys, Words(Defs.GetProperty("scheme").GetProperty("properties").GetProperty("ranks")));
        Assert.Equal(SchemeWords.Roles.Keys, Words(Defs.GetProperty("aspect").GetProperty("properties").GetProperty("role")));
        Assert.Equal(SchemeWords.NoResults.Keys, Words(Defs.GetProperty("onNoResult")));
        Assert.Equal(SchemeWords.Normalisations.Keys, Words(Defs.GetProperty("module").GetProperty("properties").GetProperty("normalise").GetProperty("properties").GetProperty("method")));
        Assert.Equal(AspectRuleWords.All, Kinds(Defs.GetProperty("rule")));
        Assert.Equal(PanelRuleWords.All, Kinds(Defs.GetProperty("panel")));
        Assert.Equal(TeamPointsWords.All, Kinds(Defs.GetProperty("teamPoints")));
        Assert.Equal(TeamTieBreakWords.All, Words(Defs.GetProperty("teamRanking").GetProperty("properties").GetProperty("tie_breaks").GetProperty("items").GetProperty("properties").GetProperty("by")));
        Assert.Equal(QuotaWords.All, Kinds(Defs.GetProperty("quota")));
        Assert.Equal(AwardConditionWords.All, Words(Defs.GetProperty("condition").GetProperty("properties").GetProperty("by")));
        Assert.Equal(AwardWords.Bases.Keys, Words(Defs.GetProperty("fieldBase")));
        Assert.Equal(AwardWords.Ties.Keys, Words(Defs.GetProperty("tieRule")));
        Assert.Equal(AwardWords.Roundings.Keys, Words(Defs.GetProperty("quota").GetProperty("oneOf")[1].GetProperty("properties").GetProperty("round")));
        Assert.Equal(ScaleRule.Methods.Keys, Words(Defs.GetProperty("scale").GetProperty("properties").GetProperty("method")));
        Assert.Equal(InterchangeFormat.Version, Load().GetProperty("properties").GetProperty("format").GetProperty("const").GetInt32());
    }

    [Fact]
    public void Schema_Properties_CoverWhatTheProgramWrites()
    {
        using var written = JsonDocument.Parse(FolderCopy.ReadOriginal("competition.json"));
        var unknown = new List<string>();

        Check(written.RootElement, Load(), "", unknown);

        Assert.Empty(unknown);
    }

    [Fact]
    public void Schema_Rules_CoverWhatTheProgramWrites()
    {
        var unknown = new List<string>();
        var panels = RuleForms.AllPanels.Select(panel => RuleForms.Of(new PanelScore(panel)));
        foreach (var form in RuleForms.All.Concat(panels))
        {
            using var written = JsonDocument.Parse(SchemeJson.Write(Schemes.Scheme(Schemes.Module("m", form))));
            Check(written.RootElement, Defs.GetProperty("scheme"), "", unknown);
        }

        Assert.Empty(unknown);
    }

    [Fact]
    public void Schema_CanaryOfTheCoverage_FindsAStranger()
    {
        using var written = JsonDocument.Parse("""{ "format": 1, "competition": { "slug": "x", "colour": "red" }, "contests": [] }""");
        var unknown = new List<string>();

        Check(written.RootElement, Load(), "", unknown);

        Assert.Equal(["competition.colour"], unknown);
    }

    private static void Check(JsonElement value, JsonElement schema, string path, List<string> unknown)
    {
        schema = Resolve(schema);
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (i, item) in value.EnumerateArray().Index())
            {
                Check(item, items, $"{path}[{i}]", unknown);
            }
        }
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            schema = choices.EnumerateArray().Single(c => c.GetProperty("properties").GetProperty("kind").GetProperty("const").GetString() == value.GetProperty("kind").GetString());
        }
        foreach (var property in value.EnumerateObject())
        {
            var place = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (schema.GetProperty("properties").TryGetProperty(property.Name, out var known))
            {
                Check(property.Value, known, place, unknown);
            }
            else
            {
                unknown.Add(place);
            }
        }
    }

    private static JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? Defs.GetProperty(reference.GetString()!["#/$defs/".Length..]) : schema;

    private static IEnumerable<string> Words(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(w => w.GetString()!);

    private static IEnumerable<string> Kinds(JsonElement schema) =>
        schema.GetProperty("oneOf").EnumerateArray().Select(c => c.GetProperty("properties").GetProperty("kind").GetProperty("const").GetString()!);

    private static JsonElement Load() => JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Needs.Repository(), "src/CompetitionHub.Core/Interchange/schema/competition.schema.json"))).RootElement;
}
