using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Marks made up for the preview, by aspect and seat, as text; what nobody typed follows from the scheme.</summary>
public sealed class SampleMarks
{
    private readonly Dictionary<(string AspectKey, int Seat), string> typed = [];

    /// <summary>The text of a sample mark: typed, or about four fifths of the range, a little different from seat to seat.</summary>
    public string this[Aspect aspect, int seat]
    {
        get => typed.TryGetValue((aspect.Key, seat), out var text) ? text : ScoreText.Format(Usual(aspect, seat));
        set => typed[(aspect.Key, seat)] = value;
    }

    public void Clear() => typed.Clear();

    /// <summary>The seats from which an aspect gets marks.</summary>
    public static IEnumerable<int> Seats(MarkingForm form, Aspect aspect) =>
        Enumerable.Range(aspect.Rule.FirstSeat, Math.Max(0, Math.Min(aspect.Rule.MarksExpected(form.Judges), 20)));

    /// <summary>What is wrong with a sample mark; null when nothing is.</summary>
    public Error? Check(Aspect aspect, int seat)
    {
        var text = this[aspect, seat];
        if (text.Trim().Length == 0)
        {
            return null;
        }
        var read = ScoreText.Parse(text);
        return read.Succeeded ? MarkRules.Check(aspect, MarkState.Value, read.Value) : read.Error;
    }

    /// <summary>The marks that can be counted; an empty field is "not yet marked".</summary>
    public IReadOnlyCollection<CountedMark> ToMarks(MarkingScheme scheme) =>
        [.. scheme.AllForms().SelectMany(form => form.Aspects.SelectMany(aspect => Seats(form, aspect)
            .Where(seat => this[aspect, seat].Trim().Length > 0 && Check(aspect, seat) is null)
            .Select(seat => new CountedMark(aspect.Key, seat, MarkState.Value, ScoreText.Parse(this[aspect, seat]).Value))))];

    // Judges differ a little, except where they have to agree.
    private static Score Usual(Aspect aspect, int seat) =>
        SampleMark.Of(aspect, aspect.Rule is Consensus or SingleValueRule ? 80 : 80 + (5 * ((seat % 3) - 1)));
}
