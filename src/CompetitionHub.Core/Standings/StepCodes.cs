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

    /// <summary>Not attempted, where a zero would be the best or a number nobody recorded: no result.</summary>
    public const string NothingAttempted = "NothingAttempted";

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

    /// <summary>No valid result in the parts {0}, and so none in what they make.</summary>
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

    /// <summary>The middle of {0} marks.</summary>
    public const string Median = "Median";

    /// <summary>Mean of the {0} of {1} marks that lie closest together.</summary>
    public const string ClosestMean = "ClosestMean";

    /// <summary>Mean of {0} marks weighted {1}.</summary>
    public const string WeightedMean = "WeightedMean";

    /// <summary>Sum of {0} marks.</summary>
    public const string SumOfMarks = "SumOfMarks";

    /// <summary>Geometric mean of {0} marks; the rounding follows.</summary>
    public const string GeometricMean = "GeometricMean";

    /// <summary>Sum of {0} · {1}^(rank − 1) over {2} ranks.</summary>
    public const string Exponential = "Exponential";

    /// <summary>The levels lie {0} apart, {1} is allowed: to be settled.</summary>
    public const string SpreadTooWide = "SpreadTooWide";

    /// <summary>Level {0} of {1}, times the maximum {2}.</summary>
    public const string OfLevels = "OfLevels";

    /// <summary>Aspect {0}, on which this depends, is not yet marked.</summary>
    public const string OtherMissing = "OtherMissing";

    /// <summary>There is no table for item {0}.</summary>
    public const string ItemUnknown = "ItemUnknown";

    /// <summary>Mark {0} is not in the table of the item.</summary>
    public const string NotInTable = "NotInTable";

    /// <summary>The marks stand for {0} points.</summary>
    public const string StandFor = "StandFor";

    /// <summary>Base value {0} added.</summary>
    public const string BaseAdded = "BaseAdded";

    /// <summary>{0} judges agree.</summary>
    public const string Agreed = "Agreed";

    /// <summary>The judges recorded different values: to be settled.</summary>
    public const string NotAgreed = "NotAgreed";

    /// <summary>{0} hits of {1} each.</summary>
    public const string Hits = "Hits";

    /// <summary>{0} false reports of {1} each taken away.</summary>
    public const string Falses = "Falses";

    /// <summary>{0} lies from {1} to {2}.</summary>
    public const string InBand = "InBand";

    /// <summary>{0} lies outside all bands.</summary>
    public const string OutsideBands = "OutsideBands";

    /// <summary>{0} between {1} ({2} points) and {3} ({4} points).</summary>
    public const string BetweenKnots = "BetweenKnots";

    /// <summary>At {0} or beyond it.</summary>
    public const string BeyondKnots = "BeyondKnots";

    /// <summary>{0} · ({1} − {2})^{3}; the rounding follows.</summary>
    public const string Power = "Power";

    /// <summary>{0} is not better than {1}.</summary>
    public const string NotBetter = "NotBetter";

    /// <summary>Time {0}, best {1}, limit {2}, exponent {3}: share of {4} and {5} for all.</summary>
    public const string TimeRatio = "TimeRatio";

    /// <summary>{0} is not below the limit {1}.</summary>
    public const string TooSlow = "TooSlow";

    /// <summary>{0} of {1}, times the maximum {2}; the best of the field is {3}.</summary>
    public const string ShareOfBest = "ShareOfBest";

    /// <summary>Rank {0} of {1}.</summary>
    public const string RankInField = "RankInField";

    /// <summary>Ranks by the judges: {0}.</summary>
    public const string JudgesRanks = "JudgesRanks";

    /// <summary>Pair {0} has {1} results, two are needed.</summary>
    public const string PairIncomplete = "PairIncomplete";

    /// <summary>Pair {0} is equal: to be decided.</summary>
    public const string PairTied = "PairTied";

    /// <summary>Number {0} is a bye: won without a bout.</summary>
    public const string PairBye = "PairBye";

    /// <summary>The other one of pair {0} takes no part any more: won.</summary>
    public const string PairWalkover = "PairWalkover";

    /// <summary>The better one of pair {0}.</summary>
    public const string PairWon = "PairWon";

    /// <summary>The other one of pair {0}.</summary>
    public const string PairLost = "PairLost";

    /// <summary>All codes, for the test that every one has a sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NotYetMarked, PanelIncomplete, TooFewJudges, NotAttempted, NothingAttempted, Mean, TrimmedMean, Met, NotMet, Faults, NotBelow, Times, RoundedHalfUp, RoundedHalfEven, Truncated,
        Sum, Weighted, NoResult, NoResultIsZero, NoResultLeftOut, MixedResult, Penalty, Bonus, Highest, Lowest, MeanOfParts, NotAbove, CarriedOver, LastStage,
        Corrected, Standardised, Corrected + Advisory, Standardised + Advisory,
        Median, ClosestMean, WeightedMean, SumOfMarks, GeometricMean, Exponential, SpreadTooWide, OfLevels, OtherMissing, ItemUnknown, NotInTable,
        StandFor, BaseAdded, Agreed, NotAgreed, Hits, Falses, InBand, OutsideBands, BetweenKnots, BeyondKnots, Power, NotBetter, TimeRatio, TooSlow,
        ShareOfBest, RankInField, JudgesRanks, PairIncomplete, PairTied, PairBye, PairWalkover, PairWon, PairLost,
    ];
}
