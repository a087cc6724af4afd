using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Benchmarks.Scratch;

/// <summary>How much of a competition to make up. Every contest has one form of so many aspects; the first entries are marked and handed in by all judges.</summary>
internal sealed record ScratchPlan(int Contests, int Entries, int Judges, int Aspects, int Marked = 0)
{
    public const string FormKey = "f";
    public const string Password = "correct horse battery";
    public const string Competition = "bench";

    public static string AspectKey(int aspect) => string.Create(CultureInfo.InvariantCulture, $"a{aspect:00}");

    public MarkingScheme ToScheme()
    {
        var form = new MarkingForm { Key = FormKey, Name = new("评分表", "Form"), Judges = Judges, Aspects = [.. Enumerable.Range(0, Aspects).Select(ToAspect)] };
        var module = new Module { Key = "m", Name = new("实操", "Practice"), Forms = [form] };
        return new()
        {
            FullMark = Score.Points(10 * Aspects),
            Rounding = new RoundingPlan { Total = new RoundingRule(2) },
            Stages = [new() { Key = "s", Name = new("决赛", "Final"), Modules = [module] }],
        };
    }

    private static Aspect ToAspect(int number) => new()
    {
        Key = AspectKey(number),
        Name = new("评分点", "Aspect"),
        Rule = new PanelScore(new PanelMean()),
        Maximum = Score.Points(10),
        Step = new Score(50_000),
    };
}

/// <summary>A made-up contest; entries that nobody marked come last.</summary>
internal sealed record ScratchContest(string Id, string Slug, IReadOnlyList<ScratchEntry> Entries, IReadOnlyList<ScratchJudge> Judges);

internal sealed record ScratchEntry(string Id, string Code);

internal sealed record ScratchJudge(string AccountId, string UserName, int Seat);
