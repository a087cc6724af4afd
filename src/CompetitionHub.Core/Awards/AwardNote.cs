using System.Globalization;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>One thing that decided: a code of <see cref="AwardNotes"/> and the arguments of its sentence.</summary>
public sealed record AwardNote(string Code, IReadOnlyList<string> Args)
{
    internal static AwardNote Of(string code, params object[] args) => new(code, [.. args.Select(arg => arg switch
    {
        Fraction fraction => ScoreText.Format(fraction),
        Score score => ScoreText.Format(score),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)arg,
    })]);
}

/// <summary>Codes of what decided. The sentence of a code is the web's resource <c>Note.{code}</c>; its arguments stand in the summary.</summary>
public static class AwardNotes
{
    /// <summary>{0} places.</summary>
    public const string Number = "Number";

    /// <summary>A share of {0} entries is {1}, rounded to {2} places.</summary>
    public const string Share = "Share";

    /// <summary>Counted from the top: {0} places less {1} with a better award.</summary>
    public const string FromTop = "FromTop";

    /// <summary>The table says {1} places for {0} entries.</summary>
    public const string FieldSize = "FieldSize";

    /// <summary>The table says nothing about {0} entries: people have to decide.</summary>
    public const string FieldSizeUndefined = "FieldSizeUndefined";

    /// <summary>Everybody who meets the conditions and has no better award: {0}.</summary>
    public const string Everyone = "Everyone";

    /// <summary>By the cut-off on record, {0}.</summary>
    public const string CutOff = "CutOff";

    /// <summary>No cut-off is on record yet.</summary>
    public const string CutOffMissing = "CutOffMissing";

    /// <summary>A better award of the group is still open.</summary>
    public const string Waits = "Waits";

    /// <summary>{0} more are included, tied at {1}.</summary>
    public const string TieIncluded = "TieIncluded";

    /// <summary>{0} tied at {1} are left out, since not all of them have a place.</summary>
    public const string TieExcluded = "TieExcluded";

    /// <summary>{0} are equal in everything that is compared, for {1} places: a lot or a committee has to decide.</summary>
    public const string TieUnresolved = "TieUnresolved";

    /// <summary>{0} better ranked do not meet the conditions and are passed over.</summary>
    public const string PassedOver = "PassedOver";

    /// <summary>{0} places stay empty.</summary>
    public const string PlacesEmpty = "PlacesEmpty";

    /// <summary>{0} entries are within {1} scale points.</summary>
    public const string MedalTied = "MedalTied";

    /// <summary>A field of {0} is too small for this medal, which begins at {1}.</summary>
    public const string FieldTooSmall = "FieldTooSmall";

    /// <summary>{0} golds: no silver.</summary>
    public const string NoSilver = "NoSilver";

    /// <summary>{0} golds: bronze only within the tolerance of the last gold; the next is {1} away.</summary>
    public const string NoBronzeAfterGold = "NoBronzeAfterGold";

    /// <summary>{0} silvers: bronze only within the tolerance of the last silver; the next is {1} away.</summary>
    public const string NoBronzeAfterSilver = "NoBronzeAfterSilver";

    /// <summary>{0} entries of one delegation are equal in everything, for {1} places it has left.</summary>
    public const string DelegationUnresolved = "DelegationUnresolved";

    /// <summary>All codes, for the test that every one has a sentence.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Number, Share, FromTop, FieldSize, FieldSizeUndefined, Everyone, CutOff, CutOffMissing, Waits, TieIncluded, TieExcluded, TieUnresolved, PassedOver,
        PlacesEmpty, MedalTied, FieldTooSmall, NoSilver, NoBronzeAfterGold, NoBronzeAfterSilver, DelegationUnresolved,
    ];
}
