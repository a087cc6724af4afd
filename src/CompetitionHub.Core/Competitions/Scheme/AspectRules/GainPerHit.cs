using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Whether the maximum limits what was gained before false reports are taken away, or what is left after it.</summary>
public enum CapMoment
{
    /// <summary>min(hits · gain, maximum) − falses · penalty.</summary>
    Before,
    /// <summary>min(hits · gain − falses · penalty, maximum).</summary>
    After,
}

/// <summary>
/// The mark is a number of hits; each gains points up to the maximum, each false report costs some, and the minimum is the floor. domain.md §2.6-6, whose
/// source leaves open when the maximum applies.
/// </summary>
/// <param name="Gain">Points for a hit.</param>
/// <param name="FalsePenalty">Points taken away for a false report.</param>
/// <param name="FalsesFrom">The aspect of the same form that records the number of false reports; null where none are counted.</param>
/// <param name="Cap">When the maximum applies.</param>
public sealed record GainPerHit(Score Gain, Score FalsePenalty, string? FalsesFrom, CapMoment Cap) : SingleValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "gain_per_hit";

    /// <summary>The most hits that can be recorded.</summary>
    public const int MostHits = 100_000;

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.Measurement;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override MarkRange Marks(Aspect aspect) => MarkRange.Count(MarkUnit.Hits, MostHits);

    /// <inheritdoc/>
    public override MarkWorth? Worth(Aspect aspect) => FalsesFrom is null ? new(Score.Zero, Gain, aspect.Minimum, aspect.Maximum) : null;

    private protected override Outcome Points(AspectInput input, Score value)
    {
        var falses = FalsesFrom is null ? Score.Zero : input.Other(FalsesFrom);
        if (falses is not { } counted)
        {
            input.Worked?.Step(StepCodes.OtherMissing, null, FalsesFrom!);
            return Outcome.None;
        }
        var points = value.ToFraction() * Gain.ToFraction();
        input.Worked?.Step(StepCodes.Hits, points, value, Gain);
        if (Cap == CapMoment.Before)
            points = NotAbove(input, points);
        if (FalsesFrom is not null)
        {
            points -= counted.ToFraction() * FalsePenalty.ToFraction();
            input.Worked?.Step(StepCodes.Falses, points, counted, FalsePenalty);
        }
        if (Cap == CapMoment.After)
            points = NotAbove(input, points);
        var floor = input.Aspect.Minimum.ToFraction();
        if (points >= floor)
            return Outcome.Of(points);
        input.Worked?.Step(StepCodes.NotBelow, floor, input.Aspect.Minimum);
        return Outcome.Of(floor);
    }

    internal override IReadOnlyList<Score>? Extremes(Aspect aspect) => FalsesFrom is null ? Marks(aspect).Ends : null;

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
    [
        .. RuleChecks.NeedsMaximum(aspect), .. RuleChecks.Positive("rule.gain", Gain),
        .. RuleChecks.NotNegative("rule.false_penalty", FalsePenalty),
        .. FalsesFrom is not null ? RuleChecks.Other("rule.falses_from", FalsesFrom, aspect, form.Aspects, info: true)
            : FalsePenalty > Score.Zero ? [("rule.falses_from", SchemeErrors.FalsesNotCounted())] : [],
    ];

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteScore("gain", Gain);
        json.WriteScore("false_penalty", FalsePenalty);
        if (FalsesFrom is not null)
            json.WriteString("falses_from", FalsesFrom);
        json.WriteString("cap", SchemeWords.Of(SchemeWords.CapMoments, Cap));
    }

    internal static GainPerHit Read(JsonObjectReader json) => new(
        json.Score("gain"), json.Score("false_penalty", Score.Zero), json.Has("falses_from") ? json.Text("falses_from") : null,
        json.Word("cap", SchemeWords.CapMoments));

    private static Fraction NotAbove(AspectInput input, Fraction points)
    {
        if (input.Aspect.Maximum is not { } maximum || points <= maximum.ToFraction())
            return points;
        input.Worked?.Step(StepCodes.NotAbove, maximum.ToFraction(), maximum);
        return maximum.ToFraction();
    }
}
