using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be wrong with a marking scheme, its document included.</summary>
public static class SchemeErrors
{
    /// <summary>The document is not JSON at all.</summary>
    public static Error NotJson(long line, long column) => Invalid("NotJson", line, column);

    /// <summary>A property that the format does not know.</summary>
    public static Error UnknownProperty(string path) => Invalid("UnknownProperty", path) with { Field = path };

    /// <summary>A property that stands twice in one object.</summary>
    public static Error DuplicateProperty(string path) => Invalid("DuplicateProperty", path) with { Field = path };

    /// <summary>A property that has to be there is not.</summary>
    public static Error MissingProperty(string path) => Invalid("MissingProperty", path) with { Field = path };

    /// <summary>A value of another type than expected; <paramref name="expected"/> is what belongs there, as in the JSON schema.</summary>
    public static Error WrongType(string path, string expected) => Invalid("WrongType", path, expected) with { Field = path };

    /// <summary>A key that is empty, too long or has other characters than letters, digits, dot, dash and underscore.</summary>
    public static Error BadKey(string key) => Invalid("BadKey", key);

    /// <summary>A key that another part of the same kind has already.</summary>
    public static Error DuplicateKey(string key) => Invalid("DuplicateKey", key);

    /// <summary>No name in either language.</summary>
    public static Error NameMissing() => Invalid("NameMissing");

    /// <summary>A number that has to be greater than zero.</summary>
    public static Error NotPositive() => Invalid("NotPositive");

    /// <summary>Not a whole number, or outside its limits.</summary>
    public static Error WholeOutOfRange(int least, int most) => Invalid("WholeOutOfRange", least, most);

    /// <summary>Minimum above or at the maximum.</summary>
    public static Error RangeEmpty(Score minimum, Score maximum) => Invalid("RangeEmpty", minimum, maximum);

    /// <summary>The maximum cannot be reached from the minimum in whole steps.</summary>
    public static Error StepMissesMaximum(Score step, Score maximum) => Invalid("StepMissesMaximum", step, maximum);

    /// <summary>The rule needs a maximum.</summary>
    public static Error MaximumNeeded() => Invalid("MaximumNeeded");

    /// <summary>An open-ended aspect in a scheme with a full mark.</summary>
    public static Error MaximumMissing() => Invalid("MaximumMissing");

    /// <summary>A number that must not be below zero.</summary>
    public static Error NotNegative() => Invalid("NotNegative");

    /// <summary>A maximum below zero.</summary>
    public static Error MaximumNegative() => Invalid("MaximumNegative");

    /// <summary>A limit that the rule does not use.</summary>
    public static Error LimitUnused() => Invalid("LimitUnused");

    /// <summary>A maximum that is not what the rule can give at most.</summary>
    public static Error MaximumOfRule(string most) => Invalid("MaximumOfRule", most);

    /// <summary>A rule without a largest number of points in a scheme with a full mark.</summary>
    public static Error RuleOpenEnded() => Invalid("RuleOpenEnded");

    /// <summary>A number outside its limits.</summary>
    public static Error NumberOutOfRange(Score least, Score most) => Invalid("NumberOutOfRange", least, most);

    /// <summary>A table without rows.</summary>
    public static Error TableEmpty() => Invalid("TableEmpty");

    /// <summary>Rows of a table that do not ascend, overlap or stand twice.</summary>
    public static Error TableNotAscending() => Invalid("TableNotAscending");

    /// <summary>A value that stands twice in a list.</summary>
    public static Error ListedTwice(Score value) => Invalid("ListedTwice", value);

    /// <summary>Several tables without an item that chooses one, or a table for an item that nothing chooses.</summary>
    public static Error TablesNeedItem() => Invalid("TablesNeedItem");

    /// <summary>More or fewer weights than judges.</summary>
    public static Error WeightsNotJudges(int weights, int judges) => Invalid("WeightsNotJudges", weights, judges);

    /// <summary>The rule needs so many marks, but fewer judges sit.</summary>
    public static Error TooFewJudgesFor(int marks, int judges) => Invalid("TooFewJudgesFor", marks, judges);

    /// <summary>Marks below zero, which the panel rule cannot use.</summary>
    public static Error PanelMarksNegative() => Invalid("PanelMarksNegative");

    /// <summary>Marks that are not ranks from 1 to <paramref name="most"/>, which the panel rule needs.</summary>
    public static Error PanelMarksNotRanks(int most) => Invalid("PanelMarksNotRanks", most);

    /// <summary>An aspect that the scheme, or the form, does not have.</summary>
    public static Error AspectUnknown(string key) => Invalid("AspectUnknown", key);

    /// <summary>The rule reads another aspect, and none is chosen.</summary>
    public static Error AspectNotChosen() => Invalid("AspectNotChosen");

    /// <summary>False reports cost points, but no aspect says how many there were.</summary>
    public static Error FalsesNotCounted() => Invalid("FalsesNotCounted");

    /// <summary>An aspect that has no single recorded number of its own to read.</summary>
    public static Error AspectNotSingle(string key) => Invalid("AspectNotSingle", key);

    /// <summary>An aspect that is summed although its number is only read.</summary>
    public static Error AspectNotInfo(string key) => Invalid("AspectNotInfo", key);

    /// <summary>More or fewer judges than a panel can have.</summary>
    public static Error JudgesOutOfRange(int most) => Invalid("JudgesOutOfRange", most);

    /// <summary>An aspect that judges mark on a form without seats.</summary>
    public static Error NoJudges() => Invalid("NoJudges");

    /// <summary>The minimum number of judges is below one or above the panel's size.</summary>
    public static Error MinimumJudges(int judges) => Invalid("MinimumJudges", judges);

    /// <summary>More marks would be dropped than leave one.</summary>
    public static Error TooFewJudgesToTrim(int dropHigh, int dropLow, int judges) => Invalid("TooFewJudgesToTrim", dropHigh, dropLow, judges);

    /// <summary>Rounding to other than 0–6 decimals.</summary>
    public static Error DecimalsOutOfRange() => Invalid("DecimalsOutOfRange");

    /// <summary>A weighted part without a full mark: its share cannot be computed.</summary>
    public static Error WeightedNeedsFullMark() => Invalid("WeightedNeedsFullMark");

    /// <summary>A comparator on a part that the scheme does not have.</summary>
    public static Error TieBreakUnknown(string key) => Invalid("TieBreakUnknown", key);

    /// <summary>Weights in a form or module: only the scheme and its stages have them.</summary>
    public static Error WeightedNotHere() => Invalid("WeightedNotHere");

    /// <summary>A number of best parts where all parts count, or less than one.</summary>
    public static Error CountUnused() => Invalid("CountUnused");

    /// <summary>More best parts than there are parts.</summary>
    public static Error CountTooLarge(int count, int parts) => Invalid("CountTooLarge", count, parts);

    /// <summary>A cap below the floor.</summary>
    public static Error CapBelowFloor(Score cap, Score floor) => Invalid("CapBelowFloor", ScoreText.Format(cap), ScoreText.Format(floor));

    /// <summary>Bonus and penalty belong to forms whose aspects are added.</summary>
    public static Error RoleNeedsSum() => Invalid("RoleNeedsSum");

    /// <summary>A share carried over outside 0 to 10.</summary>
    public static Error CarryOverOutOfRange() => Invalid("CarryOverOutOfRange");

    /// <summary>A share carried over where nothing is: in the first stage, or where the total decides.</summary>
    public static Error CarryOverUnused() => Invalid("CarryOverUnused");

    /// <summary>A comparator on measurements in a scheme that has none.</summary>
    public static Error TieBreakNoMeasurement() => Invalid("TieBreakNoMeasurement");

    /// <summary>A comparator on deductions in a scheme without penalties.</summary>
    public static Error TieBreakNoPenalty() => Invalid("TieBreakNoPenalty");

    /// <summary>A comparator that stands twice: the second never decides.</summary>
    public static Error TieBreakTwice() => Invalid("TieBreakTwice");

    /// <summary>Ranks that are not shared, and nothing that could part entries which are equal in all marks.</summary>
    public static Error RanksCannotBeUnique() => Invalid("RanksCannotBeUnique");

    /// <summary>A band that lies inside one before it, and so never decides.</summary>
    public static Error BandCovered() => Invalid("BandCovered");

    /// <summary>More aspects than a scheme can hold.</summary>
    public static Error TooManyAspects(int most) => Invalid("TooManyAspects", most);

    /// <summary>No stage yet.</summary>
    public static Error NoStages() => Invalid("NoStages");

    /// <summary>A stage without modules.</summary>
    public static Error NoModules() => Invalid("NoModules");

    /// <summary>A module without forms.</summary>
    public static Error NoForms() => Invalid("NoForms");

    /// <summary>A form without aspects.</summary>
    public static Error NoAspects() => Invalid("NoAspects");

    /// <summary>The parts do not give the declared full mark.</summary>
    public static Error TotalNotFullMark(string total, Score fullMark) => Invalid("TotalNotFullMark", total, fullMark);

    /// <summary>The weights do not sum to one.</summary>
    public static Error WeightsNotOne(Score sum) => Invalid("WeightsNotOne", sum);

    /// <summary>Seats of a form without a judge.</summary>
    public static Error FormUnassigned(int assigned, int judges) => Invalid("FormUnassigned", assigned, judges);

    private static Error Invalid(string name, params object[] args) => new(ErrorKind.Invalid, "Competitions.Scheme" + name, args);
}
