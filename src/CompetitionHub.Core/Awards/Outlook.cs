using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// What can be said for certain about the order of a field while marks are missing. Sound, not complete: "surely" holds whatever values the missing marks
/// get; it takes for granted that marks which are in stay as they are and that nobody is withdrawn or ends without a valid result.
/// </summary>
public sealed class Outlook
{
    private readonly ContestField field;
    private readonly TieRule ties;

    /// <summary>Reads a field; <paramref name="ties"/> says whether equal points part two entries.</summary>
    public Outlook(ContestField field, TieRule ties)
    {
        (this.field, this.ties) = (field, ties);
        Contenders = [.. field.Lines.Where(line => line.Contends)];
    }

    /// <summary>Those who are ranked or may still be.</summary>
    public IReadOnlyList<FieldLine> Contenders { get; }

    /// <summary>How many others may end level with it or ahead of it.</summary>
    public int MayBeAhead(FieldLine line) => Contenders.Count(other => other != line && MayBeat(other, line));

    /// <summary>How many others will end ahead of it.</summary>
    public int SurelyAhead(FieldLine line) => Contenders.Count(other => other != line && SurelyBeats(other, line));

    /// <summary>True when <paramref name="other"/> may end level with <paramref name="line"/> or ahead of it.</summary>
    public bool MayBeat(FieldLine other, FieldLine line) =>
        Final(other, line) ? (ties == TieRule.Exclude ? field.ComparePoints(other, line) : field.Compare(other, line)) <= 0
        : other.Bounds is not { } theirs || line.Bounds is not { } own || !field.IsBetter(Worst(own), Best(theirs));

    /// <summary>True when <paramref name="other"/> will end ahead of <paramref name="line"/>.</summary>
    public bool SurelyBeats(FieldLine other, FieldLine line) =>
        Final(other, line) ? (ties == TieRule.Comparators ? field.Compare(other, line) : field.ComparePoints(other, line)) < 0
        : other.Bounds is { } theirs && line.Bounds is { } own && field.IsBetter(Worst(theirs), Best(own));

    private static bool Final(FieldLine one, FieldLine other) => one.IsFinal && other.IsFinal;

    private Fraction Best(ScoreBounds bounds) => field.LowerIsBetter ? bounds.Low : bounds.High;

    private Fraction Worst(ScoreBounds bounds) => field.LowerIsBetter ? bounds.High : bounds.Low;
}
