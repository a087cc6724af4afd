using System.Globalization;
using System.Text.Json.Nodes;
using static CompetitionHub.TestKit.Builders.Dice;

namespace CompetitionHub.TestKit.Builders;

/// <summary>An aspect of a generated scheme: its JSON, its form's judges, and marks as judges might give them.</summary>
/// <param name="Mark">A mark that the rule can use, most of the time.</param>
internal sealed record RandomAspect(JsonObject Json, Func<string> Mark)
{
    public string Key => Json["key"]!.GetValue<string>();

    public string Kind => Json["rule"]!["kind"]!.GetValue<string>();

    public string Role => Json["role"]?.GetValue<string>() ?? "points";

    public bool IsMeasured => !IsPanel && Kind != "imported";

    /// <summary>True where all judges of a panel tend to the same mark.</summary>
    public bool IsAgreed => Kind is "judgement" or "consensus";

    public bool IsPanel => Kind is "panel_score" or "judgement" or "levels" or "consensus" or "panel_ranks";
}

/// <summary>Generates aspects of every kind of rule, with parameters small enough that equal results are common.</summary>
internal sealed class RandomAspects(Dice dice)
{
    private static readonly string[] Kinds =
    [
        "panel_score", "panel_score", "judgement", "levels", "consensus", "panel_ranks", "points", "imported", "binary", "deduction_per_fault", "stepped",
        "gain_per_hit", "tolerance_bands", "piecewise", "power", "time_ratio", "share_of_best", "rank_points", "pair_win",
    ];

    private int count;

    /// <summary>One aspect, and those of role info that its rule reads, which stand in the same form.</summary>
    public IEnumerable<RandomAspect> Next(int judges, bool bounded, bool summed)
    {
        var kinds = Kinds.Where(kind => (!bounded || kind is not ("power" or "panel_ranks")) && (judges > 0 || kind == "imported")).ToArray();
        var kind = dice.Of<string>(kinds);
        var key = $"a{++count}";
        var role = summed && dice.Falls(15) ? dice.Of("bonus", "penalty", "info") : !bounded && dice.Falls(5) ? "info" : null;
        var aspect = kind switch
        {
            "panel_score" => PanelScore(key, judges),
            "judgement" => Judgement(key, judges),
            "levels" => Levels(key, judges),
            "consensus" => Ranged(key, kind, [("minimum_judges", MinimumJudges(judges))]),
            "panel_ranks" => PanelRanks(key, judges),
            "points" or "imported" => Ranged(key, kind, []),
            "binary" => Of(key, kind, [], Limits(("maximum", dice.Between(2, 5)), ("minimum", dice.Falls(20) ? 1 : null)), () => dice.Of("0", "1")),
            "deduction_per_fault" => Of(
                key, kind, [("per_fault", Number(dice.Decimal(1, 3, 1)))], Limits(("maximum", dice.Between(5, 12)), ("minimum", dice.Falls(20) ? 2 : null)),
                () => dice.Below(6).ToString(CultureInfo.InvariantCulture)),
            "stepped" => Of(key, kind, [("points", new JsonArray(Number("4"), Number("2.5"), Number("0")))], [], () => dice.Of("4", "2.5", "0")),
            "gain_per_hit" => GainPerHit(key),
            "tolerance_bands" => Bands(key),
            "piecewise" => Knots(key),
            "power" => Power(key),
            "time_ratio" => Of(
                key, kind, [("k", Number(dice.Of("1.3", "1.5", "2", "4"))), ("p", dice.Between(1, 4)), ("a", dice.Between(1, 50)), ("b", dice.Between(0, 10))], [],
                () => dice.Decimal(5, 15, dice.Of(0, 2))),
            "share_of_best" => Of(
                key, kind, Ordered(), Limits(("maximum", dice.Between(5, 100))), () => dice.Between(1, 12).ToString(CultureInfo.InvariantCulture)),
            "rank_points" => Of(
                key, kind,
                [.. Ordered(), ("table", new JsonArray(Row(1, 1, 10), Row(2, 2, 8), Row(3, 4, 5))), ("rest", dice.Between(0, 3))], [],
                () => dice.Between(0, 6).ToString(CultureInfo.InvariantCulture)),
            _ => Of(key, "pair_win", [("pair_from", key + "pair"), ("bye", dice.Falls(50) ? dice.Between(1, 3) : null), .. Ordered()], [], () => dice.Between(0, 4).ToString(CultureInfo.InvariantCulture)),
        };
        if (role is not null)
            aspect.Json["role"] = role;
        if (dice.Falls(25))
            aspect.Json["factor"] = Number(dice.Of("0.5", "2", "1.25", "0.333333"));
        return Sources(aspect).Append(aspect);
    }

    private IEnumerable<RandomAspect> Sources(RandomAspect aspect)
    {
        if (aspect.Json["rule"]!["item_from"] is not null)
            yield return Info(aspect.Key + "item", 1, 3);
        if (aspect.Json["rule"]!["falses_from"] is not null)
            yield return Info(aspect.Key + "false", 0, 4);
        if (aspect.Json["rule"]!["pair_from"] is not null)
            yield return Info(aspect.Key + "pair", 1, 3);
    }

    private RandomAspect Info(string key, int least, int most)
    {
        var info = Of(key, dice.Of("points", "imported"), [], [("step", 1)], () => dice.Between(least, most).ToString(CultureInfo.InvariantCulture));
        info.Json["role"] = "info";
        return info;
    }

    private RandomAspect PanelScore(string key, int judges)
    {
        var step = dice.Of(null, "0.5", "1");
        return Of(
            key, "panel_score", [("panel", Panel(judges, allowsGeometric: true)), ("minimum_judges", MinimumJudges(judges))], Limits(("maximum", 10), ("step", step)),
            () => step == "1" ? dice.Between(5, 10).ToString(CultureInfo.InvariantCulture) : Text(dice.Between(10, 20) * 5, 1));
    }

    private RandomAspect Judgement(string key, int judges)
    {
        var (top, limit) = (dice.Between(2, 4), dice.Between(0, 2));
        return Of(
            key, "judgement",
            [
                ("top", dice.Falls(30) ? null : top), ("spread_limit", dice.Falls(30) ? null : limit),
                ("panel", dice.Falls(50) ? Panel(judges, allowsGeometric: true) : null), ("minimum_judges", MinimumJudges(judges)),
            ],
            Limits(("maximum", dice.Between(1, 6))), () => dice.Between(0, Math.Min(top, 3)).ToString(CultureInfo.InvariantCulture));
    }

    private RandomAspect Levels(string key, int judges)
    {
        var byItem = dice.Falls(60);
        var tables = Enumerable.Range(1, byItem ? 3 : 1).Select(item => (JsonNode)Object(
            ("item", byItem ? item : null), ("base", dice.Falls(60) ? Number(dice.Decimal(0, 8, 1)) : null),
            ("points", new JsonArray([.. Enumerable.Range(-2, 5).Where(mark => item != 2 || mark != -2).Select(mark => (JsonNode)Object(("mark", mark), ("points", Number(Text(mark * (3 + item), 1)))))]))));
        return Of(
            key, "levels",
            [("panel", Panel(judges, allowsGeometric: false)), ("item_from", byItem ? key + "item" : null), ("tables", new JsonArray([.. tables])), ("minimum_judges", MinimumJudges(judges))],
            [], () => dice.Between(-2, 2).ToString(CultureInfo.InvariantCulture));
    }

    private RandomAspect PanelRanks(string key, int judges) => Of(
        key, "panel_ranks",
        [
            ("merge", dice.Falls(30) ? Object(("kind", "exponential"), ("first", 12), ("ratio", Number(dice.Of("0.5", "0.9", "2")))) : Panel(judges, allowsGeometric: true)),
            .. Ordered(), ("minimum_judges", MinimumJudges(judges)),
        ],
        [], () => dice.Between(1, 6).ToString(CultureInfo.InvariantCulture));

    private RandomAspect Ranged(string key, string kind, IReadOnlyList<(string, JsonNode?)> rule)
    {
        var minimum = dice.Falls(20) ? dice.Of(-5, 2) : 0;
        var decimals = dice.Of(0, 1, 1, 2, 6);
        return Of(key, kind, rule, Limits(("maximum", 10), ("minimum", minimum == 0 ? null : minimum)), () => dice.Decimal(minimum, 10, decimals));
    }

    private RandomAspect GainPerHit(string key)
    {
        var falses = dice.Falls(70);
        return Of(
            key, "gain_per_hit",
            [
                ("gain", Number(dice.Of("1", "2", "0.5"))), ("false_penalty", falses ? Number(dice.Of("1", "2", "0.25")) : null),
                ("falses_from", falses ? key + "false" : null), ("cap", dice.Of("before", "after")),
            ],
            Limits(("maximum", dice.Between(6, 20)), ("minimum", dice.Falls(20) ? -3 : null)), () => dice.Below(15).ToString(CultureInfo.InvariantCulture));
    }

    private RandomAspect Bands(string key) => Of(
        key, "tolerance_bands",
        [
            ("bands", new JsonArray(
                Object(("from", 4), ("to", 6), ("points", 5)), Object(("from", Number("3.5")), ("to", Number("6.5")), ("points", Number("2.5"))),
                Object(("to", 0), ("points", 1)))),
            ("outside", dice.Between(0, 1)),
        ],
        [], () => Text(dice.Between(-2, 20) * 5, 1));

    private RandomAspect Knots(string key) => Of(
        key, "piecewise",
        [("knots", new JsonArray(
            Object(("value", -1), ("points", 10)), Object(("value", 4), ("points", Number("9.5"))), Object(("value", 11), ("points", dice.Between(0, 9)))))],
        [], () => Text(dice.Between(-4, 24) * 5, 1));

    private RandomAspect Power(string key) => Of(
        key, "power",
        [
            ("a", Number(dice.Of("25.4347", "0.5", "1", "7.399"))), ("b", dice.Between(5, 18)), ("c", Number(dice.Of("1.81", "1", "0.5", "2", "1.354", "0.333333"))),
            ("direction", dice.Of("lower", "higher")), ("decimals", dice.Of(0, 0, 2, 6)), ("mode", dice.Of("truncate", "half_up", "half_even")),
        ],
        [], () => dice.Decimal(0, 25, dice.Of(0, 2)));

    private JsonObject Panel(int judges, bool allowsGeometric) => dice.Below(8) switch
    {
        0 when judges >= 3 => Object(("kind", "trimmed_mean"), ("drop_high", 1), ("drop_low", dice.Between(0, judges - 2))),
        1 => Object(("kind", "median")),
        2 => Object(("kind", "closest_mean"), ("count", dice.Between(1, judges))),
        3 => Object(("kind", "weighted_mean"), ("weights", new JsonArray([.. Enumerable.Range(0, judges).Select(_ => Number(dice.Of("1", "2", "0.5")))]))),
        4 => Object(("kind", "sum")),
        5 when allowsGeometric => Object(("kind", "geometric_mean"), ("decimals", dice.Between(0, 6)), ("mode", dice.Of("truncate", "half_up", "half_even"))),
        _ => Object(("kind", "mean")),
    };

    private (string, JsonNode?)[] Ordered() => [("order", dice.Falls(40) ? null : dice.Of("higher", "lower"))];

    private JsonNode? MinimumJudges(int judges) => dice.Falls(30) ? dice.Between(1, judges) : null;

    private static JsonObject Row(int from, int to, int points) => Object(("from", from), ("to", to), ("points", points));

    private static (string, JsonNode?)[] Limits(params (string Name, object? Value)[] limits) =>
        [.. limits.Select(limit => (limit.Name, limit.Value is null ? null : Number(Convert.ToString(limit.Value, CultureInfo.InvariantCulture)!)))];

    private static RandomAspect Of(
        string key, string kind, IEnumerable<(string, JsonNode?)> rule, IEnumerable<(string, JsonNode?)> more, Func<string> mark) => new(
            Object([("key", key), ("name", Object(("zh", "名" + key), ("en", key))), ("rule", Object([("kind", kind), .. rule])), .. more]), mark);
}
