using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>Takes down the arithmetic of one part while it is done; absent (null) on the fast path.</summary>
internal sealed class WorkedNote(SchemeLevel level, string key)
{
    private readonly List<WorkedStep> steps = [];
    private readonly List<WorkedNote> children = [];
    private WorkedMark[] marks = [];
    private Fraction? value;
    private bool failed;

    /// <summary>Rounds, and says so when that changed the value.</summary>
    public static Fraction Round(Fraction value, RoundingRule? rule, WorkedNote? worked)
    {
        if (rule is null)
            return value;
        var rounded = rule.Apply(value);
        if (worked is not null && rounded != value)
            worked.Rounded(rounded, rule);
        return rounded;
    }

    /// <summary>Says to how many decimals a value was rounded.</summary>
    public void Rounded(Fraction rounded, RoundingRule rule) => Step(Code(rule.Mode), rounded, rule.Decimals);

    public WorkedNote Child(SchemeLevel childLevel, string childKey)
    {
        var child = new WorkedNote(childLevel, childKey);
        children.Add(child);
        return child;
    }

    public void Marks(ReadOnlySpan<MarkSlot> slots, int firstSeat)
    {
        marks = new WorkedMark[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var value = slots[i].State == MarkState.Value ? ScoreText.Format(new Score(slots[i].Value)) : null;
            marks[i] = new WorkedMark(firstSeat + i, MarkStates.Code(slots[i].State), value, MarkUse.NotCounted);
        }
    }

    public void Use(int place, MarkUse use) => marks[place] = marks[place] with { Use = use };

    public void Step(string code, Fraction? result, params object[] args) =>
        steps.Add(new WorkedStep(code, [.. args.Select(Text)], result is { } exact ? ScoreText.Format(exact) : null));

    public void Close(Fraction result) => value = result;

    /// <summary>There is no valid result.</summary>
    public void Fail() => failed = true;

    public WorkedNode Node() => new(level, key, value?.ToString(), value is { } exact ? ScoreText.Format(exact) : null, steps, marks)
    {
        NoResult = failed,
        Parts = [.. children.Select(child => child.Node())],
    };

    private static string Code(RoundingMode mode) => mode switch
    {
        RoundingMode.HalfUp => StepCodes.RoundedHalfUp,
        RoundingMode.HalfEven => StepCodes.RoundedHalfEven,
        RoundingMode.Truncate => StepCodes.Truncated,
    };

    private static string Text(object arg) => arg switch
    {
        Fraction fraction => ScoreText.Format(fraction),
        Score score => ScoreText.Format(score),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)arg,
    };
}
