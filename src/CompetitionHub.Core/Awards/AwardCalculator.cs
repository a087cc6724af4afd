using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// Computes who gets which award by rule. Pure: the same field, rules and cut-offs on record always give the same. Never more than the number except
/// for those whom the tie rule includes; where the rule leaves something open, nobody is guessed in and all worse awards of the group wait.
/// </summary>
public sealed class AwardCalculator
{
    private readonly ContestField field;
    private readonly IReadOnlyDictionary<string, Score> cutOffs;

    private AwardCalculator(ContestField field, IReadOnlyDictionary<string, Score> cutOffs) => (this.field, this.cutOffs) = (field, cutOffs);

    /// <summary>All groups of the scheme; <paramref name="cutOffs"/> are those on record by award key, and stand above every number.</summary>
    public static IReadOnlyList<AwardGroupResult> Compute(ContestField field, IReadOnlyDictionary<string, Score> cutOffs)
    {
        var calculator = new AwardCalculator(field, cutOffs);
        return [.. field.Scheme.Awards.Select(calculator.Group)];
    }

    private AwardGroupResult Group(AwardGroup group)
    {
        var entries = field.Count(group.Base);
        var results = new List<AwardResult>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var award in group.Awards)
        {
            var result = results.Any(better => better.IsOpen)
                ? new AwardResult { Award = award, IsOpen = true, Notes = [AwardNote.Of(AwardNotes.Waits)] }
                : Give(group, award, entries, taken, results);
            results.Add(result);
            taken.UnionWith(result.Entries.Select(line => line.Code));
        }
        return new(group, entries, results);
    }

    private AwardResult Give(AwardGroup group, Award award, int entries, HashSet<string> taken, IReadOnlyList<AwardResult> better)
    {
        var left = field.Ranked.Where(line => !taken.Contains(line.Code)).ToList();
        var candidates = left.Where(line => award.Require.All(condition => condition.IsMet(line, field))).ToList();
        var result = cutOffs.TryGetValue(award.Key, out var score) ? ByRecord(award, candidates, score)
            : award.Quota switch
            {
                MedalQuota => MedalRules.Give(group, award, candidates, entries, better),
                CutOffQuota quota => new() { Award = award, IsOpen = true, Notes = [AwardNote.Of(AwardNotes.CutOffMissing)], Proposal = Propose(quota, entries) },
                _ => ByQuota(group, award, candidates, entries, taken.Count),
            };
        if (award.Quota is CutOffQuota proposing)
            result = result with { Proposal = Propose(proposing, entries) };
        return Explained(result, left, candidates);
    }

    private AwardResult ByRecord(Award award, List<FieldLine> candidates, Score score)
    {
        var bar = score.ToFraction();
        var reached = candidates.TakeWhile(line => !field.IsBetter(bar, line.Points!.Value)).ToList();
        return new() { Award = award, Entries = reached, Notes = [AwardNote.Of(AwardNotes.CutOff, score)] };
    }

    private AwardResult ByQuota(AwardGroup group, Award award, List<FieldLine> candidates, int entries, int holders)
    {
        var places = award.Quota.Of(entries);
        var notes = new List<AwardNote>();
        if (places.Kind == PlacesKind.Undefined)
            return new() { Award = award, IsOpen = true, Notes = [AwardNote.Of(AwardNotes.FieldSizeUndefined, entries)] };
        if (places.Kind == PlacesKind.Unlimited)
            return new() { Award = award, Entries = candidates, Notes = [AwardNote.Of(AwardNotes.Everyone, candidates.Count)] };
        notes.Add(PlacesNote(award.Quota, places, entries));
        var count = award.FromTop ? Math.Max(places.Count - holders, 0) : places.Count;
        if (award.FromTop)
            notes.Add(AwardNote.Of(AwardNotes.FromTop, places.Count, holders));
        var cut = Cuts.Take(candidates, count, group.Ties, field);
        if (TieNote(cut, candidates, count) is { } tie)
            notes.Add(tie);
        if (cut.Effect == TieEffect.None && cut.Taken < count)
            notes.Add(AwardNote.Of(AwardNotes.PlacesEmpty, count - cut.Taken));
        var unresolved = cut.Effect == TieEffect.Unresolved;
        return new()
        {
            Award = award,
            Entries = candidates[..cut.Taken],
            Undecided = unresolved ? candidates[cut.TieStart..cut.TieEnd] : [],
            IsOpen = unresolved,
            Notes = notes,
        };
    }

    internal static AwardNote PlacesNote(Quota quota, Places places, int entries) => quota switch
    {
        ShareQuota => AwardNote.Of(AwardNotes.Share, entries, places.Exact!.Value, places.Count),
        FieldSizeQuota => AwardNote.Of(AwardNotes.FieldSize, entries, places.Count),
        _ => AwardNote.Of(AwardNotes.Number, places.Count),
    };

    internal static AwardNote? TieNote(Cut cut, IReadOnlyList<FieldLine> candidates, int places) => cut.Effect switch
    {
        TieEffect.None => null,
        TieEffect.Included => AwardNote.Of(AwardNotes.TieIncluded, cut.Taken - places, candidates[cut.TieStart].Points!.Value),
        TieEffect.Excluded => AwardNote.Of(AwardNotes.TieExcluded, cut.TieEnd - cut.TieStart, candidates[cut.TieStart].Points!.Value),
        TieEffect.Unresolved => AwardNote.Of(AwardNotes.TieUnresolved, cut.TieEnd - cut.TieStart, places - cut.TieStart),
    };

    // Who was passed over, and what parts the last one in from the first one out.
    private AwardResult Explained(AwardResult result, List<FieldLine> left, List<FieldLine> candidates)
    {
        var notes = result.Notes.ToList();
        if (result.LastIn is { } last && result.Award.Quota is not EveryoneQuota && left.Take(left.IndexOf(last)).Except(candidates).Count() is > 0 and var passed)
            notes.Add(AwardNote.Of(AwardNotes.PassedOver, passed));
        var first = result.IsOpen ? null : candidates.ElementAtOrDefault(result.Entries.Count);
        return result with
        {
            Notes = notes,
            FirstOut = first,
            DecidedBy = first is not null && result.LastIn is { } lowest ? field.DecidedBy(lowest, first) : null,
        };
    }

    private CutOffProposal? Propose(CutOffQuota quota, int entries) => quota.Ratio is { } share ? CutOffProposals.Find(field, entries, share) : null;
}
