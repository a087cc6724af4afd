using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Standings;

/// <summary>The entries that share a rank, and what a committee or a lot decides between them.</summary>
public sealed partial class TieDecisions(RankDecisionService decisions, CurrentActor current)
{
    private readonly Dictionary<string, TieGroup> known = new(StringComparer.Ordinal);
    private IReadOnlyList<TieGroup> groups = [];
    private IReadOnlyList<RecordedDecision> recorded = [];
    private bool hasCommittee;
    private bool hasLot;
    private bool busy;
    private string seed = "";
    private string seedReason = "";

    [Parameter, EditorRequired] public required BoardView View { get; set; }

    [Parameter, EditorRequired] public required BoardStatusModel Status { get; set; }

    /// <summary>True when the reader may put decisions on record.</summary>
    [Parameter] public bool May { get; set; }

    /// <summary>Something was decided, or refused.</summary>
    [Parameter] public EventCallback<Result> Decided { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        hasCommittee = View.Scheme.TieBreaks.Any(tieBreak => tieBreak is CommitteeTieBreak);
        hasLot = View.Scheme.TieBreaks.Any(tieBreak => tieBreak is LotTieBreak);
        // Marks move the board while somebody writes a reason: a group of the same entries keeps what was typed.
        groups = hasCommittee || hasLot || View.Scheme.Ranks == RankStyle.Unique
            ? [.. View.Lines.Where(row => row is { Rank: not null, Shared: true }).GroupBy(row => row.Rank!.Value).Select(Group)]
            : [];
        recorded = await decisions.ListAsync(await current.GetAsync(), View.Contest.Id);
    }

    private TieGroup Group(IGrouping<int, PlacedLine> rows)
    {
        var fresh = new TieGroup(rows.Key, [.. rows.Select(row => row.Line.Code)]);
        if (!known.TryGetValue(fresh.Key, out var kept))
            known.Add(fresh.Key, kept = fresh);
        return kept;
    }

    private string NameOf(string code) => View.Lines.First(row => row.Line.Code == code).Line.Name.In(Languages.Current);

    private Task DecideAsync(TieGroup group) => DoAsync(actor => decisions.DecideAsync(actor, View.Contest.Id, group.Codes, group.Reason));

    private Task DrawAsync() => DoAsync(actor => decisions.DrawLotAsync(actor, View.Contest.Id, seed, seedReason));

    private async Task DoAsync(Func<Actor, Task<Result>> use)
    {
        busy = true;
        await Decided.InvokeAsync(await use(await current.GetAsync()));
        busy = false;
    }

    /// <summary>Entries with one rank, in the order to be put on record.</summary>
    private sealed class TieGroup(int rank, List<string> codes)
    {
        public string Key { get; } = string.Join(' ', codes);

        public int Rank { get; } = rank;

        public List<string> Codes { get; } = codes;

        public string Reason { get; set; } = "";

        public void Up(int place) => (Codes[place - 1], Codes[place]) = (Codes[place], Codes[place - 1]);
    }
}
