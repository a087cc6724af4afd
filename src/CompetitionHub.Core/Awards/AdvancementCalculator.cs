using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// Computes who goes on. Qualifying is meeting the conditions; advancing is taking a place: the best who qualify, no more of one delegation than the rule
/// allows, until the places are taken. Pure.
/// </summary>
public static class AdvancementCalculator
{
    /// <summary>The result of a rule.</summary>
    public static AdvancementResult Compute(ContestField field, AdvancementRule rule)
    {
        var entries = field.Count(rule.Base);
        var places = rule.Quota.Of(entries);
        var qualified = field.Ranked.Where(line => rule.Require.All(condition => condition.IsMet(line, field))).ToList();
        var caps = DelegationCaps.Of(field, rule, qualified);
        var count = places.Kind switch
        {
            PlacesKind.Limited => places.Count,
            PlacesKind.Unlimited => caps.Candidates.Count,
            PlacesKind.Undefined => 0,
        };
        var cut = Cuts.Take(caps.Candidates, count, rule.Ties, field);
        var states = States(field, rule, qualified, caps, cut, places.Kind);
        var outlooks = field.IsComplete ? null : new AdvancementOutlooks(field, rule);
        return new()
        {
            Rule = rule,
            Field = entries,
            Places = places,
            Lines = [.. field.Lines.Select(line => states.GetValueOrDefault(line.Code) ?? Unqualified(line)).Select(line => line with { Outlook = outlooks?.Of(line.Line) })],
            Notes = [.. Notes(rule, places, entries, caps, cut, count)],
            IsOpen = places.Kind == PlacesKind.Undefined || cut.Effect == TieEffect.Unresolved || states.Values.Any(line => line.State == AdvancementState.Undecided),
        };
    }

    private static AdvancementLine Unqualified(FieldLine line) =>
        new(line, AdvancementState.DoesNotQualify, line.IsRanked ? AdvancementReason.Conditions : AdvancementReason.NotRanked, null, null);

    private static Dictionary<string, AdvancementLine> States(
        ContestField field, AdvancementRule rule, List<FieldLine> qualified, DelegationCaps caps, Cut cut, PlacesKind kind)
    {
        var states = new Dictionary<string, AdvancementLine>(StringComparer.Ordinal);
        for (var i = 0; i < caps.Candidates.Count; i++)
        {
            var line = caps.Candidates[i];
            var tied = i >= cut.TieStart && i < cut.TieEnd;
            states[line.Code] =
                i < cut.Taken ? new(line, caps.IsUndecided(line) ? AdvancementState.Undecided : AdvancementState.Advances, null, null, null)
                : tied && cut.Effect == TieEffect.Unresolved ? new(line, AdvancementState.Undecided, null, null, null)
                : new(line, AdvancementState.Qualifies, Missed(tied && cut.Effect == TieEffect.Excluded, kind), null, null);
        }
        // Of equals in one delegation nobody is in before it is said who: also those for whom no place is left are undecided then.
        foreach (var line in qualified.Where(line => !states.ContainsKey(line.Code)))
        {
            var open = caps.IsUndecided(line) && caps.TwinsOf(line).Any(twin => states.TryGetValue(twin.Code, out var state) && state.State == AdvancementState.Undecided);
            states[line.Code] = new(line, open ? AdvancementState.Undecided : AdvancementState.Qualifies, open ? null : AdvancementReason.DelegationFull, null, null);
        }
        Reserves(field, rule, caps.Candidates, states);
        return states;
    }

    private static AdvancementReason Missed(bool excluded, PlacesKind kind) =>
        excluded ? AdvancementReason.TieExcluded : kind == PlacesKind.Undefined ? AdvancementReason.PlacesUndefined : AdvancementReason.PlacesTaken;

    private static void Reserves(ContestField field, AdvancementRule rule, IReadOnlyList<FieldLine> candidates, Dictionary<string, AdvancementLine> states)
    {
        var waiting = candidates.Where(line => states[line.Code].State == AdvancementState.Qualifies).ToList();
        for (var i = 0; i < waiting.Count; i++)
        {
            var number = i;
            while (number > 0 && field.Compare(waiting[number - 1], waiting[i]) == 0)
                number--;
            if (number < rule.Reserves)
                states[waiting[i].Code] = states[waiting[i].Code] with { State = AdvancementState.Reserve, Reserve = number + 1 };
        }
    }

    private static IEnumerable<AwardNote> Notes(AdvancementRule rule, Places places, int entries, DelegationCaps caps, Cut cut, int count)
    {
        yield return places.Kind switch
        {
            PlacesKind.Limited => AwardCalculator.PlacesNote(rule.Quota, places, entries),
            PlacesKind.Unlimited => AwardNote.Of(AwardNotes.Everyone, count),
            PlacesKind.Undefined => AwardNote.Of(AwardNotes.FieldSizeUndefined, entries),
        };
        if (AwardCalculator.TieNote(cut, caps.Candidates, count) is { } tie)
            yield return tie;
        foreach (var (twins, left) in caps.Undecided.Where(group => group.Twins.Any(caps.Candidates.Take(cut.Taken).Contains)))
            yield return AwardNote.Of(AwardNotes.DelegationUnresolved, twins.Count, left);
        if (places.Kind == PlacesKind.Limited && cut.Effect == TieEffect.None && cut.Taken < count)
            yield return AwardNote.Of(AwardNotes.PlacesEmpty, count - cut.Taken);
    }
}
