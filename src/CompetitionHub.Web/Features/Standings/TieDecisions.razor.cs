using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Standings;

/// <summary>Entries that nothing parts, and what people or a lot decide between them: on the board, and at the cuts of awards and advancement.</summary>
public sealed partial class TieDecisions(RankDecisionService decisions, CurrentActor current)
{
    private readonly Dictionary<string, TieGroup> known = new(StringComparer.Ordinal);
    private IReadOnlyList<TieGroup> groups = [];
    private IReadOnlyList<RecordedDecision> recorded = [];
    private bool takesOrders;
    private bool takesLots;
    private bool busy;
    private string seed = "";
    private string seedReason = "";

    [Parameter, EditorRequired] public required string ContestId { get; set; }

    [Parameter, EditorRequired] public required MarkingScheme Scheme { get; set; }

    /// <summary>Those whom nothing parts, group by group.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<IReadOnlyList<PlacedLine>> Tied { get; set; }

    /// <summary>True where an award or advancement asks, which it may although the rank stays shared.</summary>
    [Parameter] public bool AtCut { get; set; }

    /// <summary>Says a moment where the competition is.</summary>
    [Parameter, EditorRequired] public required Func<DateTimeOffset, string> When { get; set; }

    /// <summary>True when the reader may put decisions on record.</summary>
    [Parameter] public bool May { get; set; }

    /// <summary>Something was decided, or refused.</summary>
    [Parameter] public EventCallback<Result> Decided { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        takesOrders = AtCut ? TieRules.TakesOrders(Scheme) : TieRules.PartsRanks<CommitteeTieBreak>(Scheme);
        takesLots = AtCut ? TieRules.TakesLots(Scheme) : TieRules.PartsRanks<LotTieBreak>(Scheme);
        // Marks move the board while somebody writes a reason: a group of the same entries keeps what was typed.
        groups = takesOrders || takesLots || Scheme.Ranks == RankStyle.Unique ? [.. Tied.Select(Group)] : [];
        recorded = await decisions.ListAsync(await current.GetAsync(), ContestId);
    }

    private TieGroup Group(IReadOnlyList<PlacedLine> rows)
    {
        var fresh = new TieGroup(rows[0].Rank!.Value, [.. rows.Select(row => row.Line.Code)]);
        if (!known.TryGetValue(fresh.Key, out var kept))
            known.Add(fresh.Key, kept = fresh);
        return kept;
    }

    private string NameOf(string code) => Tied.SelectMany(rows => rows).First(row => row.Line.Code == code).Line.Name.In(Languages.Current);

    private Task DecideAsync(TieGroup group) => DoAsync(actor => decisions.DecideAsync(actor, ContestId, group.Codes, group.Reason));

    private Task DrawAsync() => DoAsync(actor => decisions.DrawLotAsync(actor, ContestId, seed, seedReason));

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

        public string Id { get; } = "tie-reason-" + string.Join('-', codes);

        public int Rank { get; } = rank;

        public List<string> Codes { get; } = codes;

        public string Reason { get; set; } = "";

        public void Up(int place) => (Codes[place - 1], Codes[place]) = (Codes[place], Codes[place - 1]);
    }
}
