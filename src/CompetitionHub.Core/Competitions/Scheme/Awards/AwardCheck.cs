using System.Text.RegularExpressions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Notes every problem of the sections <c>scale</c>, <c>advancement</c> and <c>awards</c> with its path.</summary>
internal sealed partial class AwardCheck(MarkingScheme scheme)
{
    /// <summary>The most groups of a scheme, and the most awards of a group.</summary>
    public const int Most = 50;

    private readonly List<SchemeProblem> problems = [];
    private readonly HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<SchemeProblem> Run(MarkingScheme scheme)
    {
        var check = new AwardCheck(scheme);
        foreach (var (property, error) in scheme.Scale?.Check() ?? [])
            check.Refuse($"scale.{property}", error);
        if (scheme.Advancement is { } advancement)
            check.Advancement(advancement);
        if (scheme.Awards.Count > Most)
            check.Refuse("awards", AwardRuleErrors.TooMany(Most));
        for (var i = 0; i < scheme.Awards.Count; i++)
            check.Group(scheme.Awards[i], $"awards[{i}]");
        return check.problems;
    }

    private void Advancement(AdvancementRule rule)
    {
        if (rule.Quota is MedalQuota or CutOffQuota)
            Refuse("advancement.quota.kind", AwardRuleErrors.NotForAdvancement());
        if (rule.PerDelegation == 0)
            Refuse("advancement.per_delegation", AwardRuleErrors.NotPositive());
        Quota(rule.Quota, "advancement");
        Conditions(rule.Require, "advancement");
    }

    private void Group(AwardGroup group, string path)
    {
        Identity("group", group.Key, group.Name, path);
        if (group.Awards.Count == 0)
            Refuse($"{path}.awards", AwardRuleErrors.NoAwards());
        if (group.Awards.Count > Most)
            Refuse($"{path}.awards", AwardRuleErrors.TooMany(Most));
        if (group.Medals is { } medals)
            Medals(medals, path);
        for (var i = 0; i < group.Awards.Count; i++)
        {
            var (award, at) = (group.Awards[i], $"{path}.awards[{i}]");
            Identity("award", award.Key, award.Name, at);
            Quota(award.Quota, at);
            Conditions(award.Require, at);
            // Gold, silver and bronze stand first: everything below them depends on how many of them there are.
            if (award.Quota is MedalQuota && (group.Medals is null || i > 2 || group.Awards.Take(i).Any(better => better.Quota is not MedalQuota)))
                Refuse($"{at}.quota.kind", AwardRuleErrors.MedalMisplaced());
        }
        Sizes(group, path);
    }

    private void Medals(MedalRule medals, string path)
    {
        if (scheme.Scale is null)
            Refuse($"{path}.medals", AwardRuleErrors.NoScale());
        if (scheme.RankBy != RankBy.Total)
            Refuse($"{path}.medals", AwardRuleErrors.MedalsNeedTotals());
        if (medals.Tolerance < Score.Zero)
            Refuse($"{path}.medals.tolerance", AwardRuleErrors.NotPositive());
        if (medals.BronzeFrom < medals.SilverFrom)
            Refuse($"{path}.medals.bronze_from", AwardRuleErrors.BronzeBeforeSilver());
    }

    private void Sizes(AwardGroup group, string path)
    {
        var own = group.Awards.Where(award => !award.FromTop).Select(award => award.Quota).OfType<ShareQuota>().Where(share => share.Whole > Score.Zero);
        if (own.Aggregate(Fraction.Zero, (sum, share) => sum + share.Ratio) > Fraction.One)
            Refuse($"{path}.awards", AwardRuleErrors.SharesTooLarge());
        var (above, most) = (Fraction.Zero, 0);
        for (var i = 0; i < group.Awards.Count; i++)
        {
            if (group.Awards[i] is { FromTop: true, Quota: ShareQuota { Whole.Millionths: > 0 } share })
            {
                if (share.Ratio <= above)
                    Refuse($"{path}.awards[{i}].quota.part", AwardRuleErrors.FromTopNotMore());
                above = share.Ratio;
            }
            // Numbers above it are gone whether they are counted from the top or not, unless a condition may leave some of them.
            if (group.Awards[i].Quota is NumberQuota number)
            {
                if (group.Awards[i].FromTop && number.Count <= most && group.Awards.Take(i).All(better => better.Require.Count == 0))
                    Refuse($"{path}.awards[{i}].quota.count", AwardRuleErrors.FromTopNotMore());
                most = group.Awards[i].FromTop ? number.Count : most + number.Count;
            }
        }
    }

    private void Quota(Quota quota, string path)
    {
        var wrong = quota.Check().ToList();
        foreach (var (property, error) in wrong)
            Refuse($"{path}.quota.{property}", error);
        if (wrong.Count == 0 && quota is FieldSizeQuota table && table.FirstGap() is { } gap)
            problems.Add(new($"{path}.quota.rows", SchemeSeverity.Advice, AwardRuleErrors.FieldSizeGap(gap)));
    }

    private void Conditions(IReadOnlyList<AwardCondition> conditions, string path)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            foreach (var (property, error) in conditions[i].Check(scheme))
                Refuse($"{path}.require[{i}].{property}", error);
            foreach (var (property, error) in conditions[i].Advise(scheme))
                problems.Add(new($"{path}.require[{i}].{property}", SchemeSeverity.Advice, error));
        }
    }

    private void Identity(string kind, string key, LocalText name, string path)
    {
        if (!KeyPattern().IsMatch(key))
            Refuse($"{path}.key", SchemeErrors.BadKey(key));
        else if (!keys.Add($"{kind}/{key}"))
            Refuse($"{path}.key", SchemeErrors.DuplicateKey(key));
        if (name.IsEmpty)
            Refuse($"{path}.name", SchemeErrors.NameMissing());
    }

    private void Refuse(string path, Error error) => problems.Add(new(path, SchemeSeverity.Refused, error));

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,39}\z")]
    private static partial Regex KeyPattern();
}
