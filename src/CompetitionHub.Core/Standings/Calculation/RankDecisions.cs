using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>What people decided where marks could not: the latest committee decision that names an entry, the latest lot.</summary>
public sealed class RankDecisions
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly string? seed;

    /// <summary>Reads decisions in the order in which they were made.</summary>
    public RankDecisions(IEnumerable<RankDecision> decisions)
    {
        foreach (var decision in decisions)
        {
            if (decision.Kind == RankDecisionKind.Lot)
                seed = decision.Seed;
            for (var place = 0; place < decision.Entries.Count; place++)
                positions[decision.Entries[place]] = place;
        }
    }

    /// <summary>Nothing was decided.</summary>
    public static RankDecisions None { get; } = new([]);

    /// <summary>Negative when the first was decided to be before the second, by a committee's order or else by a lot; zero when nothing was decided.</summary>
    public int Compare(string first, string second)
    {
        if (positions.Count == 0 && seed is null)
            return 0;
        var (one, other) = (For(first), For(second));
        return Ranking.Compare([-one.Position, one.Lot(null)], [-other.Position, other.Lot(null)], out _);
    }

    internal EntryDecision For(string code) =>
        new(positions.TryGetValue(code, out var place) ? Fraction.Of(place + 1) : null, seed, code);
}

/// <summary>How a tie was decided.</summary>
public enum RankDecisionKind
{
    /// <summary>裁定: an order that people put on record; its reason says how they came to it.</summary>
    Committee,
    /// <summary>抽签: a lot with a recorded seed.</summary>
    Lot,
}

/// <summary>One decision about equal entries. Append-only: a later one about the same entries stands.</summary>
/// <param name="Kind">By whom.</param>
/// <param name="Entries">Codes of the entries from the best, for a committee; else empty.</param>
/// <param name="Seed">The seed of a lot; else null.</param>
/// <param name="Reason">Why.</param>
public sealed record RankDecision(RankDecisionKind Kind, IReadOnlyList<string> Entries, string? Seed, string Reason);

/// <summary>What was decided about one entry.</summary>
internal readonly record struct EntryDecision(Fraction? Position, string? Seed, string Code)
{
    /// <summary>The number an entry draws: SHA-256 of seed, slash and code, so that anybody can draw it again.</summary>
    public Fraction? Lot(string? seedOfScheme) =>
        (Seed ?? seedOfScheme) is { } seed
            ? Fraction.Of(new BigInteger(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{Code}")), isUnsigned: true, isBigEndian: true), BigInteger.One)
            : null;
}
