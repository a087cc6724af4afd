using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Awards;

/// <summary>Medals by tolerance on the scale; the rule and its source stand at <see cref="MedalRule"/>. Pure.</summary>
internal static class MedalRules
{
    /// <summary>The medal whose place in the group is the number of <paramref name="better"/> medals.</summary>
    public static AwardResult Give(AwardGroup group, Award award, List<FieldLine> candidates, int entries, IReadOnlyList<AwardResult> better)
    {
        var rule = group.Medals!;
        if (candidates.Count == 0)
            return new() { Award = award };
        return better.Count switch
        {
            0 => Tied(),
            1 => Silver(better[0].Entries),
            _ => Bronze(better[0].Entries, better[1].Entries),
        };

        AwardResult Silver(IReadOnlyList<FieldLine> golds) =>
            entries < rule.SilverFrom ? None(AwardNotes.FieldTooSmall, entries, rule.SilverFrom)
            : golds.Count > 1 ? None(AwardNotes.NoSilver, golds.Count)
            : Tied();

        AwardResult Bronze(IReadOnlyList<FieldLine> golds, IReadOnlyList<FieldLine> silvers)
        {
            if (entries < rule.BronzeFrom)
                return None(AwardNotes.FieldTooSmall, entries, rule.BronzeFrom);
            if (golds.Count > 2 && Distance(golds[^1], candidates[0]) is var behindGold && behindGold > rule.Tolerance.ToFraction())
                return None(AwardNotes.NoBronzeAfterGold, golds.Count, behindGold);
            if (silvers.Count > 1 && Distance(silvers[^1], candidates[0]) is var behindSilver && behindSilver > rule.Tolerance.ToFraction())
                return None(AwardNotes.NoBronzeAfterSilver, silvers.Count, behindSilver);
            return Tied();
        }

        AwardResult None(string code, params object[] args) => new() { Award = award, Notes = [AwardNote.Of(code, args)] };

        AwardResult Tied()
        {
            var count = 1;
            while (count < candidates.Count
                && Distance(candidates[rule.Chain == MedalChain.Last ? count - 1 : 0], candidates[count]) <= rule.Tolerance.ToFraction())
                count++;
            return new()
            {
                Award = award,
                Entries = candidates[..count],
                Notes = count > 1 ? [AwardNote.Of(AwardNotes.MedalTied, count, rule.Tolerance)] : [],
            };
        }
    }

    private static Fraction Distance(FieldLine better, FieldLine worse) => better.Scale!.Value - worse.Scale!.Value;
}
