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
    private readonly Groups sure;
    private readonly Groups hopeful;

    public AdvancementOutlooks(ContestField field, AdvancementRule rule)
    {
        (this.field, this.rule) = (field, rule);
        outlook = new(field, rule.Ties);
        places = PlacesToCome();
        qualifies = outlook.Contenders.ToDictionary(line => line, Qualifies);
        sure = new(outlook, [.. outlook.Contenders.Where(line => qualifies[line] == Foresight.Sure)], rule.PerDelegation is not null);
        hopeful = new(outlook, [.. outlook.Contenders.Where(line => qualifies[line] != Foresight.Impossible)], rule.PerDelegation is not null);
    }

    public AdvancementOutlook Of(FieldLine line)
    {
        if (!qualifies.TryGetValue(line, out var own) || own == Foresight.Impossible)
            return AdvancementOutlook.Out;
        if (places is not { } free)
            return AdvancementOutlook.Unknown;
        var delegation = line.Facts.Delegation;
        if (SurelyTaken(line) >= free.Most || sure.Of(delegation)?.SurelyAhead(line) >= rule.PerDelegation)
            return AdvancementOutlook.Out;
        if (line.Bounds is null)
            return AdvancementOutlook.Unknown;
        return own == Foresight.Sure && hopeful.All.MayBeAhead(line) < free.Fewest && !(hopeful.Of(delegation)?.MayBeAhead(line) >= rule.PerDelegation)
            ? AdvancementOutlook.Clinched
            : AdvancementOutlook.Possible;
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
    private int SurelyTaken(FieldLine line) => rule.PerDelegation is { } most
        ? sure.WithoutDelegation.SurelyAhead(line) + sure.Delegations.Sum(delegation => Math.Min(delegation.SurelyAhead(line), most))
        : sure.All.SurelyAhead(line);

    private Foresight Qualifies(FieldLine line)
    {
        var foresights = rule.Require.Select(condition => condition.Foresee(line, field, outlook)).ToList();
        return foresights.Contains(Foresight.Impossible) ? Foresight.Impossible
            : foresights.TrueForAll(foresight => foresight == Foresight.Sure) ? Foresight.Sure
            : Foresight.Open;
    }

    // Some contenders together and, where a delegation may only have so many places, by delegation.
    private sealed class Groups
    {
        private readonly Dictionary<string, OutlookGroup> delegations;

        public Groups(Outlook outlook, IReadOnlyList<FieldLine> lines, bool byDelegation)
        {
            All = outlook.Group(lines);
            var own = lines.Where(_ => byDelegation).ToLookup(line => line.Facts.Delegation, StringComparer.Ordinal);
            WithoutDelegation = outlook.Group([.. own[""]]);
            delegations = own.Where(delegation => delegation.Key.Length > 0)
                .ToDictionary(delegation => delegation.Key, delegation => outlook.Group([.. delegation]), StringComparer.Ordinal);
        }

        public OutlookGroup All { get; }

        public OutlookGroup WithoutDelegation { get; }

        public IEnumerable<OutlookGroup> Delegations => delegations.Values;

        public OutlookGroup? Of(string delegation) => delegations.GetValueOrDefault(delegation);
    }
}
