using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Awards;

/// <summary>Passes over entries whose delegation has all the places it may have; entries without a delegation are not limited.</summary>
internal sealed class DelegationCaps
{
    private readonly Dictionary<string, (IReadOnlyList<FieldLine> Twins, int Left)> undecided = new(StringComparer.Ordinal);

    private DelegationCaps(IReadOnlyList<FieldLine> candidates) => Candidates = candidates;

    /// <summary>Who may take places, in the order of the board.</summary>
    public IReadOnlyList<FieldLine> Candidates { get; }

    /// <summary>Entries of one delegation that are equal in everything, for fewer places than there are of them.</summary>
    public IEnumerable<(IReadOnlyList<FieldLine> Twins, int Left)> Undecided => undecided.Values.DistinctBy(group => group.Twins[0].Code);

    /// <summary>True when it is one of these.</summary>
    public bool IsUndecided(FieldLine line) => undecided.ContainsKey(line.Code);

    /// <summary>Those it is equal with, itself included.</summary>
    public IReadOnlyList<FieldLine> TwinsOf(FieldLine line) => undecided[line.Code].Twins;

    /// <summary>Applies the limit of a rule to those who qualify.</summary>
    public static DelegationCaps Of(ContestField field, AdvancementRule rule, List<FieldLine> qualified)
    {
        if (rule.PerDelegation is not { } most)
            return new(qualified);
        var passed = new HashSet<FieldLine>();
        var groups = new List<(IReadOnlyList<FieldLine> Twins, int Left)>();
        foreach (var delegation in qualified.Where(line => line.Facts.Delegation.Length > 0).GroupBy(line => line.Facts.Delegation))
        {
            var own = delegation.ToList();
            passed.UnionWith(own.Skip(most));
            if (own.Count <= most || field.Compare(own[most - 1], own[most]) != 0)
                continue;
            var twins = own.Where(line => field.Compare(line, own[most]) == 0).ToList();
            groups.Add((twins, most - own.IndexOf(twins[0])));
        }
        var caps = new DelegationCaps([.. qualified.Where(line => !passed.Contains(line))]);
        foreach (var group in groups)
        {
            foreach (var twin in group.Twins)
                caps.undecided.Add(twin.Code, group);
        }
        return caps;
    }
}
