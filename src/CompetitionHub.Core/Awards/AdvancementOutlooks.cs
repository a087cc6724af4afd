using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Awards;

/// <summary>
/// Who is sure to advance and who cannot any more while marks are missing. Sound: an entry counts as clinched only if it advances however the missing marks
/// turn out, as out only if it advances in no case; see <see cref="Outlook"/> for what is taken for granted.
/// </summary>
internal sealed class AdvancementOutlooks
{
    private readonly ContestField field;
    private readonly AdvancementRule rule;
    private readonly Outlook outlook;
    private readonly (int Fewest, int Most)? places;
    private readonly Dictionary<FieldLine, Foresight> qualifies;

    public AdvancementOutlooks(ContestField field, AdvancementRule rule)
    {
        (this.field, this.rule) = (field, rule);
        outlook = new(field, rule.Ties);
        places = PlacesToCome();
        qualifies = outlook.Contenders.ToDictionary(line => line, Qualifies);
    }

    public AdvancementOutlook Of(FieldLine line)
    {
        if (!qualifies.TryGetValue(line, out var own) || own == Foresight.Impossible)
            return AdvancementOutlook.Out;
        if (places is not { } free)
            return AdvancementOutlook.Unknown;
        if (SurelyTaken(line) >= free.Most || OwnDelegationFull(line))
            return AdvancementOutlook.Out;
        if (line.Bounds is null)
            return AdvancementOutlook.Unknown;
        var rivals = outlook.Contenders.Where(other => other != line && qualifies[other] != Foresight.Impossible && outlook.MayBeat(other, line)).ToList();
        var sure = own == Foresight.Sure && rivals.Count < free.Fewest
            && (rule.PerDelegation is not { } most || !HasDelegation(line) || rivals.Count(rival => SameDelegation(rival, line)) < most);
        return sure ? AdvancementOutlook.Clinched : AdvancementOutlook.Possible;
    }

    // With shares of those who are ranked the number of places itself moves while the field fills up.
    private (int Fewest, int Most)? PlacesToCome()
    {
        var now = field.Count(rule.Base);
        var (fewest, most) = rule.Base == FieldBase.Ranked
            ? (outlook.Contenders.Count(line => line.IsComplete), outlook.Contenders.Count)
            : (now, now);
        var all = Enumerable.Range(fewest, most - fewest + 1).Select(rule.Quota.Of).ToList();
        if (all.Any(one => one.Kind == PlacesKind.Undefined))
            return null;
        return all[0].Kind == PlacesKind.Unlimited ? (int.MaxValue, int.MaxValue) : (all.Min(one => one.Count), all.Max(one => one.Count));
    }

    // Places that are gone before it is the entry's turn: a delegation takes no more than it may.
    private int SurelyTaken(FieldLine line) =>
        SurelyBefore(line).GroupBy(other => HasDelegation(other) ? other.Facts.Delegation : "?" + other.Code)
            .Sum(delegation => Math.Min(delegation.Count(), rule.PerDelegation ?? int.MaxValue));

    private bool OwnDelegationFull(FieldLine line) =>
        rule.PerDelegation is { } most && HasDelegation(line) && SurelyBefore(line).Count(other => SameDelegation(other, line)) >= most;

    private IEnumerable<FieldLine> SurelyBefore(FieldLine line) =>
        outlook.Contenders.Where(other => other != line && qualifies[other] == Foresight.Sure && outlook.SurelyBeats(other, line));

    private Foresight Qualifies(FieldLine line)
    {
        var foresights = rule.Require.Select(condition => condition.Foresee(line, field, outlook)).ToList();
        return foresights.Contains(Foresight.Impossible) ? Foresight.Impossible
            : foresights.TrueForAll(foresight => foresight == Foresight.Sure) ? Foresight.Sure
            : Foresight.Open;
    }

    private static bool HasDelegation(FieldLine line) => line.Facts.Delegation.Length > 0;

    private static bool SameDelegation(FieldLine one, FieldLine other) => one.Facts.Delegation == other.Facts.Delegation;
}
