using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Marks made up for the preview, by entry, aspect and seat, as text; what nobody typed follows from the scheme.</summary>
public sealed class SampleMarks
{
    /// <summary>The most entries of the sample field.</summary>
    public const int MostEntries = 6;

    // On long panels a few judges show the rule.
    private const int MostSeats = 20;

    private static readonly Dictionary<string, MarkState> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NA"] = MarkState.NotAttempted,
        ["F"] = MarkState.Failed,
        ["JA"] = MarkState.JudgeAbsent,
    };

    private readonly Dictionary<(int Entry, string AspectKey, int Seat), string> typed = [];

    /// <summary>What stands for a state in place of a number.</summary>
    public static IEnumerable<string> StateWords => States.Keys;

    /// <summary>The text of a sample mark: typed, or one that the scheme allows, a little different from entry to entry and seat to seat.</summary>
    public string this[MarkingScheme scheme, int entry, Aspect aspect, int seat]
    {
        get => typed.TryGetValue((entry, aspect.Key, seat), out var text) ? text : ScoreText.Format(UsualMarks.Of(scheme, aspect, entry, seat));
        set => typed[(entry, aspect.Key, seat)] = value;
    }

    public void Clear() => typed.Clear();

    /// <summary>The seats from which an aspect gets marks.</summary>
    public static IEnumerable<int> Seats(MarkingForm form, Aspect aspect) =>
        Enumerable.Range(aspect.Rule.FirstSeat, Math.Max(0, Math.Min(aspect.Rule.MarksExpected(form.Judges), MostSeats)));

    /// <summary>How many entries a scheme needs to be understood: rules that compare need somebody to compare with.</summary>
    public static int UsualEntries(CompiledScheme scheme) => scheme.DependsOnField ? 4 : 1;

    /// <summary>What is wrong with a sample mark; null when nothing is.</summary>
    public Error? Check(MarkingScheme scheme, int entry, Aspect aspect, int seat) => Read(scheme, entry, aspect, seat).Error;

    /// <summary>The sample field: each entry with the marks that can be counted; an empty field is "not yet marked".</summary>
    public IReadOnlyList<ContestEntry> ToField(MarkingScheme scheme, int entries) =>
    [
        .. Enumerable.Range(0, entries).Select(entry => new ContestEntry(
            Code(entry), entries > 1 ? (entry % 2 == 0 ? "A" : "B") : "", true,
            [.. scheme.AllForms().SelectMany(form => form.Aspects.SelectMany(aspect => Seats(form, aspect)
                .Select(seat => Read(scheme, entry, aspect, seat).Mark).OfType<CountedMark>()))])),
    ];

    /// <summary>The code of a sample entry.</summary>
    public static string Code(int entry) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"K{entry + 1:00}");

    private (CountedMark? Mark, Error? Error) Read(MarkingScheme scheme, int entry, Aspect aspect, int seat)
    {
        var text = this[scheme, entry, aspect, seat].Trim();
        if (text.Length == 0)
        {
            return (null, null);
        }
        var state = States.GetValueOrDefault(text, MarkState.Value);
        Score? value = null;
        if (state == MarkState.Value)
        {
            var read = ScoreText.Parse(text);
            if (!read.Succeeded)
            {
                return (null, read.Error);
            }
            value = read.Value;
        }
        var error = MarkRules.Check(aspect, state, value);
        return (error is null ? new(aspect.Key, seat, state, value) : null, error);
    }
}
