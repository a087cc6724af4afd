using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>A contest in the making. Sheets follow from the marks: a judge who gave one has handed in.</summary>
internal sealed class ContestDraft
{
    private readonly Dictionary<string, (string Form, int FirstSeat)> places;
    private readonly List<FolderEntry> entries = [];
    private readonly List<FolderMark> marks = [];

    public ContestDraft(string slug, string name, string scheme)
    {
        var details = new ContestDetails(slug, new("", name), "", new("", ""), ContestFormat.Individual, CountingRule.Submitted);
        SetUp = new(details, BoardVisibility.Full, false, [], SchemeText.Read(scheme));
        places = SetUp.Scheme.AllForms().SelectMany(form => form.Aspects.Select(aspect => (form, aspect)))
            .ToDictionary(place => place.aspect.Key, place => (place.form.Key, place.aspect.Rule.FirstSeat), StringComparer.Ordinal);
    }

    /// <summary>What the set-up says; decisions on record are added to it.</summary>
    public FolderContestSetUp SetUp { get; set; }

    public string Slug => SetUp.Details.Slug;

    public IEnumerable<string> Delegations => entries.Select(entry => entry.Delegation).OfType<string>();

    public void Entry(string code, string name, string? delegation = null, EntryStatus status = EntryStatus.Active, string? reason = null) =>
        entries.Add(new(code, new("", name), delegation, [], status, reason));

    /// <summary>The one value of an aspect that has no panel.</summary>
    public void Mark(string entry, string aspect, string value) => Mark(entry, aspect, places[aspect].FirstSeat, value);

    /// <summary>The mark of a seat.</summary>
    public void Mark(string entry, string aspect, int seat, string value) =>
        marks.Add(new(entry, places[aspect].Form, aspect, seat, MarkState.Value, ScoreText.Parse(value).Value));

    /// <summary>What stands at a seat in place of a mark.</summary>
    public void Mark(string entry, string aspect, int seat, MarkState state) => marks.Add(new(entry, places[aspect].Form, aspect, seat, state, null));

    public FolderContest Build() => new(
        SetUp, entries, marks,
        [.. marks.Where(mark => mark.Seat > 0).Select(mark => new FolderSheet(mark.Entry, mark.Form, mark.Seat, SheetState.Submitted)).Distinct()]);
}
