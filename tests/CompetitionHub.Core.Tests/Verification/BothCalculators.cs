using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Verification;
using CompetitionHub.TestKit.Builders;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;
using PartLevel = CompetitionHub.Core.Verification.PartLevel;

namespace CompetitionHub.Core.Tests.Verification;

/// <summary>Runs the engine and the second calculator on the same generated contest, without a database between.</summary>
internal static class BothCalculators
{
    public static ComputedContest Engine(RandomContest contest, MarkingScheme? other = null)
    {
        var scheme = CompiledScheme.Compile(other ?? contest.Scheme);
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, contest.Entries), new(contest.Decisions));
        var worked = contest.Entries.ToDictionary(entry => entry.Code, calculator.Explain);
        var lines = contest.Entries.Select(entry =>
            new BoardLine { Code = entry.Code, Status = entry.TakesPart ? EntryStatus.Active : EntryStatus.Withdrawn }.With(worked[entry.Code].Result, scheme));
        return new("contest", EngineStandings.Entries(lines, scheme, line => [.. EngineStandings.Parts(worked[line.Code].Worked)]));
    }

    /// <summary>By the generated document, or by what an export makes of the scheme.</summary>
    public static ComputedContest Second(RandomContest contest, bool exported = false)
    {
        var scheme = exported ? SchemeJson.Write(contest.Scheme) : contest.Document;
        var decisions = JsonSerializer.Serialize(contest.Decisions.Select(decision => new { kind = EnumText.Write(decision.Kind), entries = decision.Entries, seed = decision.Seed }));
        using var document = JsonDocument.Parse($$"""{ "slug": "contest", "scheme": {{scheme}}, "decisions": {{decisions}} }""");
        return SecondCalculator.Calculate(document.RootElement, [.. contest.Entries.Select(Entrant)]);
    }

    /// <summary>Where they first part, with what it takes to work the case out by hand; null where they agree.</summary>
    public static string? FirstDifference(RandomContest contest, ComputedContest engine, ComputedContest second) =>
        Comparing.Of(EngineWord.Recalculated, engine, second).OrderBy(difference => difference.Place)
            .Select(difference => $"seed {contest.Seed}, {difference.Entry} {difference.Place} {difference.Key}: engine {difference.Engine ?? "nothing"}, second {difference.Second ?? "nothing"}\n{Case(contest, difference)}")
            .FirstOrDefault();

    private static string Case(RandomContest contest, ResultDifference difference)
    {
        if (difference.Place != DifferencePlace.Aspect)
            return contest.Document;
        using var document = JsonDocument.Parse(contest.Document);
        var aspect = Part.Scheme(document.RootElement).Find(PartLevel.Aspect, difference.Key)!.Json;
        return $"{aspect}\n{document.RootElement.GetProperty("rounding")}\n{string.Join("; ", contest.Entries.Select(entry => Marks(entry, difference.Key)))}";
    }

    // The keys of what an aspect's rule reads begin with its own.
    private static string Marks(ContestEntry entry, string key) => $"{entry.Code}{(entry.TakesPart ? "" : " (out)")} " + string.Join(" ", entry.Marks
        .Where(mark => mark.AspectKey.StartsWith(key, StringComparison.Ordinal)).Select(mark => $"{mark.AspectKey}/{mark.Seat}={mark.Value?.ToString() ?? mark.State.ToString()}"));

    private static Entrant Entrant(ContestEntry entry) => new(entry.Code, entry.Panel, entry.TakesPart, entry.Marks.ToLookup(
        mark => mark.AspectKey, mark => new SeatMark(mark.Seat, MarkStates.Code(mark.State), mark.Value is { } value ? Rational.Parse(ScoreText.Format(value)) : 0)));
}
