using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>
/// What an entry is compared by, in order: how far it came (where the last stage decides), its points, then each tie-break. All values are
/// turned so that more is better; null is behind everything.
/// </summary>
internal sealed class Comparators(ContestReading contest, Decisions decisions)
{
    private static readonly string[] Measurements =
        ["points", "deduction_per_fault", "binary", "stepped", "gain_per_hit", "tolerance_bands", "piecewise", "power", "time_ratio", "share_of_best", "rank_points", "pair_win"];

    private readonly List<JsonElement> tieBreaks = [.. contest.Scheme.Json.Items("tie_breaks")];

    /// <summary>One list per comparator: -1 how far it came, 0 the points, n the n-th tie-break.</summary>
    public IReadOnlyList<ComparedKey> Of(Entrant entrant)
    {
        var keys = new List<ComparedKey>();
        var points = contest.Of(entrant, contest.Scheme).Number;
        if (contest.LastStage(entrant) is { } last)
        {
            var reached = contest.Of(entrant, last).State == PartState.None ? 0 : contest.Scheme.Parts.Index().First(stage => stage.Item == last).Index + 1;
            keys.Add(new(ComparedKey.Reached, [reached]));
        }
        keys.Add(new(ComparedKey.Points, [contest.Scheme.Json.Word("rank_order", "higher") == "lower" ? -points : points]));
        foreach (var (place, tieBreak) in tieBreaks.Index())
        {
            var isLower = tieBreak.Word("order", tieBreak.Word("by", "") == "deductions" ? "lower" : "higher") == "lower";
            keys.Add(new(place + 1, tieBreak.Word("by", "") switch
            {
                "lot" => [decisions.Lot(entrant.Code, tieBreak.Find("seed")?.GetString())],
                "committee" => [-decisions.Position(entrant.Code)],
                var by => [.. Values(entrant, by, tieBreak, isLower).Select(value => isLower ? -value : value)],
            }));
        }
        return keys;
    }

    private IReadOnlyList<Rational?> Values(Entrant entrant, string by, JsonElement rule, bool isLower) => by switch
    {
        "stage" => [Points(entrant, PartLevel.Stage, rule)],
        "module" => [Points(entrant, PartLevel.Module, rule)],
        "form" => [Points(entrant, PartLevel.Form, rule)],
        "aspect" => [Points(entrant, PartLevel.Aspect, rule)],
        "modules" => [SumOf([.. rule.Texts("keys").Select(key => Points(entrant, PartLevel.Module, key)).OfType<Rational>()])],
        "measurements" => [SumOf([.. Values(entrant, part => Measurements.Contains(part.Kind) && part.Role is "points" or "bonus")])],
        "deductions" => [Combining.Sum(Values(entrant, part => part.Role == "penalty"))],
        "best_single" => [.. Singles(entrant, rule, isLower).Take(1)],
        "countback" => [.. Singles(entrant, rule, isLower).Select(value => (Rational?)value)],
        "parts_with_points" => [Singles(entrant, rule, isLower).Count(value => value.Sign > 0)],
        _ => throw new FormatException($"Comparator {by}"),
    };

    private Rational? Points(Entrant entrant, PartLevel level, JsonElement rule) => Points(entrant, level, rule.Word("key", ""));

    private Rational? Points(Entrant entrant, PartLevel level, string key) =>
        contest.Scheme.Find(level, key) is { } part ? contest.Of(entrant, part).Number : null;

    private static Rational? SumOf(IReadOnlyList<Rational> values) => values.Count == 0 ? null : Combining.Sum(values);

    private IEnumerable<Rational> Values(Entrant entrant, Func<Part, bool> belongs) =>
        contest.Scheme.All(PartLevel.Aspect).Where(belongs).Select(part => contest.Of(entrant, part).Number).OfType<Rational>();

    // The best first. A penalty is no single result of anybody, and info is never one.
    private IEnumerable<Rational> Singles(Entrant entrant, JsonElement rule, bool isLower)
    {
        var values = contest.Scheme.All(Enum.Parse<PartLevel>(rule.Word("of", "form"), ignoreCase: true))
            .Where(part => part.Role is "points" or "bonus").Select(part => contest.Of(entrant, part).Number).OfType<Rational>();
        return isLower ? values.Order() : values.OrderDescending();
    }
}

/// <summary>What was decided about equal entries: the latest lot, and for each entry the latest committee decision that names it.</summary>
internal sealed class Decisions(IReadOnlyList<JsonElement> decisions)
{
    private readonly string? lotted = decisions.LastOrDefault(decision => decision.Word("kind", "") == "lot") is { ValueKind: JsonValueKind.Object } lot ? lot.Word("seed", "") : null;

    /// <summary>The entry's lot: SHA-256 of "seed/code" as a whole number, higher first; null without a seed.</summary>
    public Rational? Lot(string code, string? announced) => (lotted ?? announced) is { } seed
        ? new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{code}")), isUnsigned: true, isBigEndian: true)
        : (Rational?)null;

    /// <summary>The entry's place in the committee's order, from 1; null where none names it.</summary>
    public Rational? Position(string code)
    {
        var order = decisions.Where(decision => decision.Word("kind", "") == "committee").Select(decision => decision.Texts("entries").ToList()).LastOrDefault(codes => codes.Contains(code));
        return order is null ? null : order.IndexOf(code) + 1;
    }
}
