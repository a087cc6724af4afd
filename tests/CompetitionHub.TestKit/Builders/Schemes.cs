using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.TestKit.Builders;

/// <summary>Short ways to write marking schemes and marks in tests; points are texts, so that a test reads like the rule.</summary>
public static class Schemes
{
    public static Score Points(string text) => ScoreText.Parse(text).Value;

    public static LocalText Name(string key) => new($"名{key}", key);

    public static Aspect Aspect(string key, AspectRule rule, string? maximum = "10", string minimum = "0", string? step = null, string factor = "1") => new()
    {
        Key = key,
        Name = Name(key),
        Rule = rule,
        Minimum = Points(minimum),
        Maximum = maximum is null ? null : Points(maximum),
        Step = step is null ? null : Points(step),
        Factor = Points(factor),
    };

    public static Aspect Panel(string key, string maximum = "10", PanelRule? rule = null, int minimumJudges = 1, string factor = "1") =>
        Aspect(key, new PanelScore(rule ?? new PanelMean()) { MinimumJudges = minimumJudges }, maximum, factor: factor);

    public static MarkingForm Form(string key, int judges, params Aspect[] aspects) =>
        new() { Key = key, Name = Name(key), Judges = judges, Aspects = aspects };

    public static Module Module(string key, params MarkingForm[] forms) => new() { Key = key, Name = Name(key), Forms = forms };

    public static Module Weighted(string key, string weight, params MarkingForm[] forms) => Module(key, forms) with { Weight = Points(weight) };

    public static Stage Stage(string key, params Module[] modules) => new() { Key = key, Name = Name(key), Modules = modules };

    /// <summary>One stage of these modules; the full mark is what the modules give, or open-ended when one of them is.</summary>
    public static MarkingScheme Scheme(params Module[] modules)
    {
        var scheme = new MarkingScheme { FullMark = null, Stages = [Stage("final", modules)] };
        return SchemeRules.FullMarkOf(scheme) is { } full ? scheme with { FullMark = Points(ScoreText.Format(full)) } : scheme;
    }

    /// <summary>One form with these aspects and nothing else.</summary>
    public static MarkingScheme OneForm(int judges, params Aspect[] aspects) => Scheme(Module("m", Form("f", judges, aspects)));

    public static CountedMark Mark(string aspect, int seat, string value) => new(aspect, seat, MarkState.Value, Points(value));

    public static CountedMark Mark(string aspect, int seat, MarkState state) => new(aspect, seat, state, null);

    /// <summary>Marks of seats 1, 2, …: a number, <c>NA</c> not attempted, <c>JA</c> judge absent, <c>F</c> failed, <c>-</c> nothing.</summary>
    public static IEnumerable<CountedMark> Marks(string aspect, params string[] values) => values.Select((value, index) => value switch
    {
        "NA" => Mark(aspect, index + 1, MarkState.NotAttempted),
        "JA" => Mark(aspect, index + 1, MarkState.JudgeAbsent),
        "F" => Mark(aspect, index + 1, MarkState.Failed),
        "-" => Mark(aspect, index + 1, MarkState.Cleared),
        _ => Mark(aspect, index + 1, value),
    });
}
