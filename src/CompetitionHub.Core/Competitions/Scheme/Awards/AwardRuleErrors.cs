using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What can be wrong with the rules for the scale, awards and advancement.</summary>
public static class AwardRuleErrors
{
    /// <summary>A number that has to be greater than zero.</summary>
    public static Error NotPositive() => Invalid("NotPositive");

    /// <summary>More than the whole field.</summary>
    public static Error ShareTooLarge(Score part, Score whole) => Invalid("ShareTooLarge", part, whole);

    /// <summary>The shares of a group are together more than the whole field.</summary>
    public static Error SharesTooLarge() => Invalid("SharesTooLarge");

    /// <summary>A share counted from the top that is not larger than the one of the better award.</summary>
    public static Error FromTopNotMore() => Invalid("FromTopNotMore");

    /// <summary>Points that the scale does not have.</summary>
    public static Error OffScale(Score minimum, Score maximum) => Invalid("OffScale", minimum, maximum);

    /// <summary>More points than a perfect entry has, bonus aside.</summary>
    public static Error AboveFullMark(string full) => Invalid("AboveFullMark", full);

    /// <summary>A table without rows.</summary>
    public static Error NoRows() => Invalid("NoRows");

    /// <summary>A row that ends before it begins.</summary>
    public static Error RowEmpty(int from, int to) => Invalid("RowEmpty", from, to);

    /// <summary>Two rows that speak of the same field.</summary>
    public static Error RowsOverlap() => Invalid("RowsOverlap");

    /// <summary>The table says nothing about a field of this size.</summary>
    public static Error FieldSizeGap(int field) => Invalid("FieldSizeGap", field);

    /// <summary>A condition without a limit.</summary>
    public static Error NoLimit() => Invalid("NoLimit");

    /// <summary>The lower limit is above the upper one.</summary>
    public static Error LimitsCross(Score least, Score most) => Invalid("LimitsCross", least, most);

    /// <summary>Scale points are asked for, but the scheme has no scale.</summary>
    public static Error NoScale() => Invalid("NoScale");

    /// <summary>A condition on a part that the scheme does not have.</summary>
    public static Error PartUnknown(string key) => Invalid("PartUnknown", key);

    /// <summary>More full marks are asked for than there are aspects with a maximum.</summary>
    public static Error TooFewAspects(int count) => Invalid("TooFewAspects", count);

    /// <summary>A group without awards.</summary>
    public static Error NoAwards() => Invalid("NoAwards");

    /// <summary>More groups or awards than can be held.</summary>
    public static Error TooMany(int most) => Invalid("TooMany", most);

    /// <summary>A medal that is not one of the first three awards of a group with medals.</summary>
    public static Error MedalMisplaced() => Invalid("MedalMisplaced");

    /// <summary>Medals by tolerance where the last stage ranks: scale points of different stages say nothing about each other.</summary>
    public static Error MedalsNeedTotals() => Invalid("MedalsNeedTotals");

    /// <summary>Bronze in smaller fields than silver.</summary>
    public static Error BronzeBeforeSilver() => Invalid("BronzeBeforeSilver");

    /// <summary>A quota that makes sense for awards only.</summary>
    public static Error NotForAdvancement() => Invalid("NotForAdvancement");

    /// <summary>The lower end of the scale is not below its upper end.</summary>
    public static Error ScaleEmpty(Score minimum, Score maximum) => Invalid("ScaleEmpty", minimum, maximum);

    private static Error Invalid(string name, params object[] args) => new(ErrorKind.Invalid, "Awards." + name, args);
}
