using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// What can be said for certain about the order of a field while marks are missing. Sound, not complete: "surely" holds whatever values the missing marks
/// get; it takes for granted that marks which are in stay as they are and that nobody is withdrawn or ends without a valid result.
/// </summary>
public sealed class Outlook
{
    private readonly ContestField field;
    private readonly TieRule ties;
    private readonly OutlookGroup all;

    /// <summary>Reads a field; <paramref name="ties"/> says whether equal points part two entries.</summary>
    public Outlook(ContestField field, TieRule ties)
    {
        (this.field, this.ties) = (field, ties);
        Contenders = [.. field.Lines.Where(line => line.Contends)];
        all = Group(Contenders);
    }

    /// <summary>Those who are ranked or may still be.</summary>
    public IReadOnlyList<FieldLine> Contenders { get; }

    /// <summary>How many others may end level with a contender or ahead of it.</summary>
    public int MayBeAhead(FieldLine line) => all.MayBeAhead(line);

    /// <summary>How many others will end ahead of a contender.</summary>
    public int SurelyAhead(FieldLine line) => all.SurelyAhead(line);

    /// <summary>Some of the contenders, to be counted apart.</summary>
    internal OutlookGroup Group(IReadOnlyCollection<FieldLine> lines) => new(field, ties, lines);
}
