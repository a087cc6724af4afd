using System.Text.Json.Nodes;
using static CompetitionHub.TestKit.Builders.Dice;

namespace CompetitionHub.TestKit.Builders;

/// <summary>Generates the documents of valid marking schemes over every rule, way to combine, comparator and normalisation there is.</summary>
internal sealed class RandomSchemes(Dice dice)
{
    private readonly RandomAspects aspects = new(dice);
    private readonly List<RandomAspect> all = [];
    private readonly Dictionary<string, List<string>> keys = new() { ["stage"] = [], ["module"] = [], ["form"] = [], ["aspect"] = [] };
    private readonly Dictionary<string, int> judgesOf = [];

    /// <summary>The aspects of the last scheme in order.</summary>
    public IReadOnlyList<RandomAspect> Aspects => all;

    /// <summary>Seats of the form that an aspect stands in.</summary>
    public int JudgesOf(RandomAspect aspect) => judgesOf[aspect.Key];

    /// <summary>A scheme.</summary>
    public JsonObject Next()
    {
        // Weights need parts with a full mark; a scheme that has one needs it everywhere.
        var weighted = dice.Falls(25);
        var byLastStage = dice.Falls(25);
        var stages = new JsonArray([.. Enumerable.Range(0, dice.Of(1, 1, 2, 3)).Select(place => (JsonNode)Stage(weighted, byLastStage && place > 0))]);
        var combine = weighted && dice.Falls(50) ? "weighted" : Combine(stages.Count);
        Weigh(stages, combine);
        var scheme = Object(
            ("full_mark", weighted ? Number("100") : null), ("stages", stages), ("rounding", Rounding()),
            ("rank_by", byLastStage ? "last_stage" : null), ("rank_order", dice.Falls(25) ? "lower" : null), ("ranks", dice.Falls(40) ? dice.Of("dense", "unique", "shared") : null),
            ("tie_breaks", TieBreaks()), ("scale", dice.Falls(40) ? Scale() : null));
        if (!weighted)
            scheme["full_mark"] = null;
        return Whole(scheme, combine, stages.Count);
    }

    private JsonObject Stage(bool weighted, bool carries)
    {
        var modules = new JsonArray([.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => (JsonNode)Module(weighted))]);
        var combine = weighted && dice.Falls(40) ? "weighted" : Combine(modules.Count);
        Weigh(modules, combine);
        var stage = Named("stage", ("full_mark", combine == "weighted" && dice.Falls(50) ? 50 : null), ("carry_over", carries && dice.Falls(50) ? Number(dice.Of("0.5", "1", "0.333333")) : null));
        stage["modules"] = modules;
        return Whole(stage, combine, modules.Count);
    }

    private JsonObject Module(bool weighted)
    {
        var forms = new JsonArray([.. Enumerable.Range(0, dice.Of(1, 1, 2, 3)).Select(_ => (JsonNode)Form(weighted))]);
        var module = Named("module", ("normalise", dice.Falls(20) ? Normalise() : null));
        module["forms"] = forms;
        return Whole(module, Combine(forms.Count), forms.Count);
    }

    private JsonObject Form(bool bounded)
    {
        var judges = dice.Of(0, 1, 2, 3, 3, 5);
        var combine = Combine(3);
        var own = Enumerable.Range(0, dice.Between(1, 3)).SelectMany(_ => aspects.Next(judges, bounded, combine == "sum")).ToList();
        // Where all are only read, there would be nothing to combine.
        if (own.All(aspect => aspect.Role == "info"))
            own[^1].Json.Remove("role");
        all.AddRange(own);
        foreach (var aspect in own)
            judgesOf.Add(aspect.Key, judges);
        keys["aspect"].AddRange(own.Select(aspect => aspect.Key));
        var form = Named("form", ("judges", judges));
        form["aspects"] = new JsonArray([.. own.Select(aspect => (JsonNode)aspect.Json)]);
        return Whole(form, combine, own.Count(aspect => aspect.Role != "info"));
    }

    private JsonObject Named(string kind, params (string, JsonNode?)[] more)
    {
        var key = $"{kind[0]}{keys[kind].Count + 1}";
        keys[kind].Add(key);
        return Object([("key", key), ("name", Object(("zh", "名" + key), ("en", key))), .. more]);
    }

    private JsonObject Whole(JsonObject whole, string combine, int parts)
    {
        if (combine != "sum" || dice.Falls(10))
            whole["combine"] = combine;
        if (combine is "highest" or "lowest" && dice.Falls(60))
            whole["count"] = dice.Between(1, parts);
        if (dice.Falls(12))
            whole["cap"] = Number(dice.Decimal(8, 30, 1));
        if (dice.Falls(12))
            whole["floor"] = Number(dice.Decimal(-5, 8, 1));
        if (dice.Falls(30))
            whole["on_no_result"] = dice.Of("zero", "zero", "propagate");
        return whole;
    }

    private string Combine(int parts) => parts > 1 && dice.Falls(45) ? dice.Of("highest", "lowest", "mean") : "sum";

    private void Weigh(JsonArray parts, string combine)
    {
        if (combine != "weighted")
            return;
        var left = 1_000_000L;
        for (var i = 0; i < parts.Count; i++)
        {
            var share = i == parts.Count - 1 ? left : left / dice.Between(2, 4);
            parts[i]!["weight"] = Number(Text(share, 6));
            left -= share;
        }
    }

    private JsonObject Rounding() => Object(
        new[] { "panel", "aspect", "form", "module", "stage", "total" }.Select(level => (level, (JsonNode?)(dice.Falls(35) ? RoundingRule(dice.Between(0, 4)) : null))));

    private JsonObject RoundingRule(int decimals) => Object(("decimals", decimals), ("mode", dice.Falls(50) ? dice.Of("half_up", "half_even", "truncate") : null));

    private JsonObject Normalise()
    {
        var method = dice.Of("factor_all_entries", "factor_panel_means", "z", "t");
        return Object(
            ("method", method), ("decimals", dice.Falls(50) ? dice.Between(0, 6) : null), ("mode", dice.Falls(30) ? dice.Of("half_even", "truncate") : null),
            ("mean_decimals", method[0] == 'f' && dice.Falls(40) ? dice.Between(0, 3) : null),
            ("deviation", method[0] != 'f' && dice.Falls(50) ? dice.Of("population", "sample") : null), ("advisory", dice.Falls(15) ? true : null));
    }

    private JsonObject Scale()
    {
        var classic = dice.Falls(50);
        return Object(
            ("method", classic ? "classic" : dice.Of("robust", null)), ("centre", dice.Falls(30) ? 500 : null), ("spread", dice.Falls(30) ? 100 : null),
            ("decimals", dice.Falls(50) ? dice.Between(0, 6) : null), ("minimum", dice.Falls(20) ? 480 : null), ("maximum", dice.Falls(20) ? 720 : null),
            ("deviation", classic && dice.Falls(50) ? dice.Of("population", "sample") : null));
    }

    private JsonArray TieBreaks() => [.. Enumerable.Range(0, dice.Of(0, 1, 2, 3, 4)).Select(_ => TieBreak()).DistinctBy(tieBreak => tieBreak.ToJsonString())];

    private JsonNode TieBreak()
    {
        List<string> comparators = ["module", "form", "stage", "aspect", "modules", "best_single", "countback", "parts_with_points", "lot", "committee"];
        if (all.Any(aspect => aspect.IsMeasured && aspect.Role != "info"))
            comparators.Add("measurements");
        if (all.Any(aspect => aspect.Role == "penalty"))
            comparators.Add("deductions");
        var by = dice.Of<string>([.. comparators]);
        return Object(
            ("by", by),
            ("key", by is "module" or "form" or "stage" or "aspect" ? dice.Of<string>([.. keys[by]]) : null),
            ("keys", by == "modules" ? new JsonArray([.. dice.Shuffled(keys["module"]).Take(2).Select(key => (JsonNode)key)]) : null),
            ("of", by is "best_single" or "countback" or "parts_with_points" ? dice.Of("aspect", "form", "module") : null),
            ("seed", by == "lot" && dice.Falls(60) ? "announced" : null),
            ("order", dice.Of("higher", "lower", null)));
    }
}
