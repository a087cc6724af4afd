using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// 评价分: every judge chooses a level from 0 to <see cref="Top"/> by written benchmarks; points are panel value ÷ top · maximum. All judges must have
/// marked, and where their levels lie further apart than allowed nothing counts until they have settled it. domain.md §2.6-3, §5.1.
/// </summary>
/// <param name="Panel">How the levels become one value; the mean unless the document says otherwise.</param>
/// <param name="Top">The highest level, 1–10.</param>
/// <param name="SpreadLimit">The largest difference between two judges' levels.</param>
/// <param name="Benchmarks">What the levels mean.</param>
public sealed record Judgement(PanelRule Panel, int Top, int SpreadLimit, ValueList<Benchmark> Benchmarks) : MergedAspect(Panel)
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "judgement";

    /// <summary>The highest level that there can be.</summary>
    public const int MostLevels = 10;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) =>
        MarkRange.Of(MarkUnit.Level, [.. Enumerable.Range(0, Math.Clamp(Top, 0, MostLevels) + 1).Select(Score.Points)]);

    private protected override bool NeedsAll => true;

    private protected override bool Prepare(AspectInput input, Span<long> values, ReadOnlySpan<int> places)
    {
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return high - low <= SpreadLimit * Score.Unit || Unusable(input.Worked, StepCodes.SpreadTooWide, new Score(high - low), SpreadLimit);
    }

    private protected override Outcome Points(AspectInput input, Fraction value)
    {
        if (input.Aspect.Maximum is not { } maximum || Top < 1)
            return Outcome.None;
        var points = value / Fraction.Of(Top) * maximum.ToFraction();
        input.Worked?.Step(StepCodes.OfLevels, points, value, Top, maximum);
        return Outcome.Of(points);
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) =>
        Panel.Most(Fraction.Of(Top), judges) / Fraction.Of(Math.Max(Top, 1)) * aspect.Maximum?.ToFraction();

    // All levels: beside the marks that are in, the ends may lie too far apart to count.
    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => Panel.IsMonotone ? Marks(aspect).Listed : null;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        var (top, one) = (Score.Points(Top), Score.One);
        return
        [
            .. base.Check(aspect, form, scheme), .. RuleChecks.NeedsMaximum(aspect), .. RuleChecks.NoMinimum(aspect),
            .. RuleChecks.Within("rule.top", top, one, Score.Points(MostLevels)),
            .. RuleChecks.Within("rule.spread_limit", Score.Points(SpreadLimit), Score.Zero, Score.Points(MostLevels)),
            .. Benchmarks.SelectMany((benchmark, i) => Check(benchmark, i)),
        ];
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("top", Top);
        json.WriteNumber("spread_limit", SpreadLimit);
        json.WriteList("benchmarks", Benchmarks, static (writer, benchmark) =>
        {
            writer.WriteNumber("level", benchmark.Level);
            writer.WriteText("text", benchmark.Text);
        });
        base.Write(json);
    }

    internal static Judgement Read(JsonObjectReader json) => new(
        PanelRuleWords.ReadOrMean(json.OptionalObject("panel")), json.Whole("top", 1, MostLevels, 3), json.Whole("spread_limit", 0, MostLevels, 1),
        json.Values("benchmarks", item => new Benchmark(item.Whole("level", 0, MostLevels), SchemeJson.Text(item.Object("text"))), required: false))
    {
        MinimumJudges = ReadMinimum(json),
    };

    private IEnumerable<(string Property, Error Error)> Check(Benchmark benchmark, int place) =>
    [
        .. RuleChecks.Within($"rule.benchmarks[{place}].level", Score.Points(benchmark.Level), Score.Zero, Score.Points(Top)),
        .. Benchmarks.Take(place).Any(earlier => earlier.Level == benchmark.Level)
            ? [($"rule.benchmarks[{place}].level", SchemeErrors.ListedTwice(Score.Points(benchmark.Level)))]
            : Array.Empty<(string, Error)>(),
        .. benchmark.Text.IsEmpty ? [($"rule.benchmarks[{place}].text", SchemeErrors.NameMissing())] : Array.Empty<(string, Error)>(),
    ];
}

/// <summary>What a level of a judgement means, such as "meets industry standard".</summary>
public sealed record Benchmark(int Level, LocalText Text);
