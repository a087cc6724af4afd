using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A rule by which every judge of the panel gives a mark and one value is made of those that are there.</summary>
public abstract record PanelAspect : AspectRule
{
    /// <summary>With fewer marks than this there are no points.</summary>
    public int MinimumJudges { get; init; } = 1;

    /// <inheritdoc/>
    public override AspectKind Kind => AspectKind.PanelScore;

    internal sealed override Outcome Evaluate(AspectInput input)
    {
        var marks = input.Marks;
        var worked = input.Worked;
        Span<long> values = stackalloc long[marks.Length];
        Span<int> places = stackalloc int[marks.Length];
        var (given, attempted, failed, forfeited, missing) = (0, 0, 0, 0, 0);
        for (var place = 0; place < marks.Length; place++)
        {
            switch (marks[place].State)
            {
                case MarkState.NotAttempted when NotAttemptedIsZero && input.NotAttemptedFails:
                    failed++;
                    forfeited++;
                    break;
                case MarkState.Value or MarkState.NotAttempted:
                    places[given] = place;
                    attempted += marks[place].State == MarkState.Value ? 1 : 0;
                    values[given++] = marks[place].State == MarkState.Value ? marks[place].Value : 0;
                    break;
                case MarkState.JudgeAbsent:
                    worked?.Use(place, MarkUse.LeftOut);
                    break;
                case MarkState.Failed:
                    failed++;
                    break;
                default:
                    missing++;
                    break;
            }
        }

        var needed = Math.Max(MinimumJudges, Needed);
        if (failed > 0 && given > 0)
            return Refuse(worked, StepCodes.MixedResult, failed, given);
        if (given + failed < needed || (missing > 0 && NeedsAll))
            return Refuse(worked, missing > 0 ? StepCodes.PanelIncomplete : StepCodes.TooFewJudges, given + failed, missing > 0 && NeedsAll ? given + failed + missing : needed);
        if (failed > 0)
        {
            if (failed == forfeited)
                worked?.Step(StepCodes.NothingAttempted, null);
            return Outcome.NoResult;
        }
        Span<MarkUse> uses = stackalloc MarkUse[given];
        uses.Fill(MarkUse.Counted);
        if (attempted == 0 && NotAttemptedIsZero)
            return NotAttempted(worked, places[..given]);
        if (!Prepare(input, values[..given], places[..given]))
            return Outcome.None;

        if (Merge(values[..given], places[..given], uses, worked) is not { } value)
            return Outcome.None;
        if (worked is not null)
        {
            for (var i = 0; i < given; i++)
                worked.Use(places[i], uses[i]);
        }
        return Points(input, WorkedNote.Round(value, input.Rounding.Panel, worked));
    }

    /// <summary>The fewest marks that the arithmetic works with.</summary>
    private protected virtual int Needed => 1;

    /// <summary>True when nothing counts before every judge has given a mark or is absent.</summary>
    private protected virtual bool NeedsAll => false;

    /// <summary>False where the least value is not zero: among ranks what was not attempted is the last.</summary>
    private protected virtual bool NotAttemptedIsZero => true;

    /// <summary>Checks the marks together or turns each into what is merged; false (with a step) when they cannot count.</summary>
    private protected virtual bool Prepare(AspectInput input, Span<long> values, ReadOnlySpan<int> places) => true;

    /// <summary>One value of what <see cref="Prepare"/> left, in millionths at their places on the panel; says in <paramref name="uses"/> which were dropped.</summary>
    private protected abstract Fraction? Merge(ReadOnlySpan<long> values, ReadOnlySpan<int> places, Span<MarkUse> uses, WorkedNote? worked);

    /// <summary>The points of the panel's value.</summary>
    private protected virtual Outcome Points(AspectInput input, Fraction value) => Outcome.Of(value);

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme) =>
        MinimumJudges < 1 || (form.Judges > 0 && MinimumJudges > form.Judges)
            ? [("rule.minimum_judges", SchemeErrors.MinimumJudges(form.Judges))]
            : [];

    private protected static int ReadMinimum(JsonObjectReader json) => json.Whole("minimum_judges", 1, SchemeRules.MostJudges, 1);

    private protected static bool Unusable(WorkedNote? worked, string code, params object[] args)
    {
        worked?.Step(code, null, args);
        return false;
    }

    private static Outcome NotAttempted(WorkedNote? worked, ReadOnlySpan<int> places)
    {
        worked?.Step(StepCodes.NotAttempted, Fraction.Zero);
        foreach (var place in places)
            worked?.Use(place, MarkUse.Counted);
        return Outcome.Of(Fraction.Zero);
    }

    private static Outcome Refuse(WorkedNote? worked, string code, int have, int need)
    {
        worked?.Step(code, null, have, need);
        return Outcome.None;
    }
}
