using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Awards;

/// <summary>Short ways to write fields of a contest and rules about them.</summary>
internal static class Fields
{
    public static readonly MarkingScheme Plain = OneForm(0, Aspect("a", new Imported(), "1000", "-1000"));

    /// <summary>Entries E01, E02, … with these totals; an empty text is not yet marked.</summary>
    public static ContestField Of(MarkingScheme scheme, params IEnumerable<string> totals) =>
        Of(scheme, totals.Select((total, index) => Line($"E{index + 1:00}", total)));

    public static ContestField Of(MarkingScheme scheme, IEnumerable<BoardLine> lines, Func<string, EntryFacts>? facts = null)
    {
        var compiled = CompiledScheme.Compile(scheme);
        return ContestField.Of(compiled, BoardOrder.Of(lines, compiled), facts);
    }

    /// <summary>A line whose further keys stand after the total, separated by spaces.</summary>
    public static BoardLine Line(string code, string keys, EntryStatus status = EntryStatus.Active)
    {
        string?[] values = [.. keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => Points(key).ToFraction().ToString())];
        return new()
        {
            Code = code,
            Name = Name(code),
            Status = status,
            Total = values.Length == 0 ? null : keys.Split(' ')[0],
            Keys = values.Length == 0 ? [null] : values,
            Marked = values.Length == 0 ? 0 : 1,
            Expected = 1,
        };
    }

    public static Award Award(string key, Quota quota, params AwardCondition[] require) => new() { Key = key, Name = Name(key), Quota = quota, Require = require };

    public static AwardGroup Group(TieRule ties, params Award[] awards) => new() { Key = "prizes", Name = Name("prizes"), Ties = ties, Awards = awards };

    public static ShareQuota Share(string part, ShareRounding rounding, string whole = "100") => new(Points(part), Points(whole), rounding);

    /// <summary>Codes by award: <c>first: E01 E02</c>; with <c>?</c> where people have to decide.</summary>
    public static string Say(AwardGroupResult result) => string.Join(" | ", result.Awards.Select(award =>
        $"{award.Award.Key}: {string.Join(' ', award.Entries.Select(entry => entry.Code).Concat(award.Undecided.Select(entry => entry.Code + "?")))}{(award.IsOpen ? "…" : "")}".TrimEnd()));

    /// <summary>The one group of a field with this rule.</summary>
    public static AwardGroupResult Compute(AwardGroup group, IEnumerable<string> totals, ScaleRule? scale = null, params (string Award, string Score)[] cutOffs) =>
        AwardCalculator.Compute(Of(Plain with { Awards = [group], Scale = scale }, totals), cutOffs.ToDictionary(cut => cut.Award, cut => Points(cut.Score)))[0];

    public static int[] Counts(AwardGroupResult result) => [.. result.Awards.Select(award => award.Entries.Count)];
}
