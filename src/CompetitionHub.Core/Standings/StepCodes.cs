namespace CompetitionHub.Core.Standings;

/// <summary>Codes of arithmetic steps. The sentence of a code is the web's resource <c>Step.{code}</c>; its arguments stand in the summary.</summary>
public static class StepCodes
{
    /// <summary>Nothing is recorded yet.</summary>
    public const string NotYetMarked = "NotYetMarked";

    /// <summary>Marks of a panel are still missing. {0} given, {1} needed.</summary>
    public const string PanelIncomplete = "PanelIncomplete";

    /// <summary>Too many judges were absent. {0} marks given, {1} needed.</summary>
    public const string TooFewJudges = "TooFewJudges";

    /// <summary>Not attempted: zero points.</summary>
    public const string NotAttempted = "NotAttempted";

    /// <summary>Mean of {0} marks.</summary>
    public const string Mean = "Mean";

    /// <summary>Mean of the {0} marks left after dropping {1} highest and {2} lowest.</summary>
    public const string TrimmedMean = "TrimmedMean";

    /// <summary>Requirement met: full points.</summary>
    public const string Met = "Met";

    /// <summary>Requirement not met.</summary>
    public const string NotMet = "NotMet";

    /// <summary>{0} less {1} faults of {2} each.</summary>
    public const string Faults = "Faults";

    /// <summary>Not below {0}.</summary>
    public const string NotBelow = "NotBelow";

    /// <summary>Multiplied by {0}.</summary>
    public const string Times = "Times";

    /// <summary>Rounded to {0} decimals, a half up (away from zero).</summary>
    public const string RoundedHalfUp = "RoundedHalfUp";

    /// <summary>Rounded to {0} decimals, a half to the even digit.</summary>
    public const string RoundedHalfEven = "RoundedHalfEven";

    /// <summary>Cut off after {0} decimals.</summary>
    public const string Truncated = "Truncated";

    /// <summary>Sum of {0} parts.</summary>
    public const string Sum = "Sum";

    /// <summary>Part {0} weighs {1}: {2} of {3}, scaled to {4}.</summary>
    public const string Weighted = "Weighted";

    /// <summary>No valid result.</summary>
    public const string NoResult = "NoResult";

    /// <summary>{0} parts without a valid result count zero.</summary>
    public const string NoResultIsZero = "NoResultIsZero";

    /// <summary>{0} parts without a valid result are left out.</summary>
    public const string NoResultLeftOut = "NoResultLeftOut";

    /// <summary>Some judges recorded a failed attempt, others a mark: to be settled.</summary>
    public const string MixedResult = "MixedResult";

    /// <summary>Penalty of part {0}.</summary>
    public const string Penalty = "Penalty";

    /// <summary>Bonus of part {0}.</summary>
    public const string Bonus = "Bonus";

    /// <summary>The {0} highest of {1} parts: {2}.</summary>
    public const string Highest = "Highest";

    /// <summary>The {0} lowest of {1} parts: {2}.</summary>
    public const string Lowest = "Lowest";

    /// <summary>Mean of {0} parts.</summary>
    public const string MeanOfParts = "MeanOfParts";

    /// <summary>Not above {0}.</summary>
    public const string NotAbove = "NotAbove";

    /// <summary>{0} of the points of the stage before ({1}) carried over.</summary>
    public const string CarriedOver = "CarriedOver";

    /// <summary>The points of the last stage reached, {0}.</summary>
    public const string LastStage = "LastStage";

    /// <summary>Correction factor {0} of panel {1}.</summary>
    public const string Corrected = "Corrected";

    /// <summary>Standardised within panel {1}: {0}.</summary>
    public const string Standardised = "Standardised";

    /// <summary>Ending of a code whose result is only shown and not applied.</summary>
    public const string Advisory = "Advisory";

    /// <summary>All codes, for the test that every one has a sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NotYetMarked, PanelIncomplete, TooFewJudges, NotAttempted, Mean, TrimmedMean, Met, NotMet, Faults, NotBelow, Times, RoundedHalfUp, RoundedHalfEven, Truncated,
        Sum, Weighted, NoResult, NoResultIsZero, NoResultLeftOut, MixedResult, Penalty, Bonus, Highest, Lowest, MeanOfParts, NotAbove, CarriedOver, LastStage,
        Corrected, Standardised, Corrected + Advisory, Standardised + Advisory,
    ];
}
