using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>
/// Follows the worked arithmetic of one part as a reader with a pocket calculator would: from the marks or parts that are shown, step by step, by the numbers that stand there, to the points.
/// Says where that does not come out; null where it does. Numbers are shown with six decimals, so that it only comes out nearly.
/// </summary>
internal sealed class FollowedNode(WorkedNode node, MarkingScheme scheme)
{
    private const double Nearly = 3e-5;

    private readonly Aspect? aspect = node.Level == SchemeLevel.Aspect ? scheme.AllAspects().Single(aspect => aspect.Key == node.Key) : null;
    private readonly List<string> wrong = [];
    private readonly List<(string Key, double Points)> parts = [];
    private List<double> values = [];
    private double? running;
    private string before = "";

    /// <summary>What is wrong in the part or in what it is made of.</summary>
    public static IEnumerable<string> Wrong(WorkedNode node, MarkingScheme scheme) =>
        node.Parts.SelectMany(part => Wrong(part, scheme)).Concat(new FollowedNode(node, scheme).Follow().Select(what => $"{node.Level} {node.Key}: {what} in {string.Join("; ", node.Steps.Select(WorkedTests.Text))}"));

    private List<string> Follow()
    {
        if (aspect is null)
            GatherParts();
        else
            values = [.. Given.Select(Value)];
        // What is recorded in points needs no step.
        if (aspect is { Kind: not AspectKind.PanelScore } && values is [var recorded])
            running = recorded;
        foreach (var step in node.Steps)
        {
            Take(step, [.. step.Args]);
            before = step.Code;
        }
        NoResult([.. node.Steps.Where(step => step.Code == StepCodes.NoResult).Select(step => step.Args[0])]);
        foreach (var mark in node.Marks)
            Is(MayBe(mark), $"use of seat {mark.Seat}");
        if (node.Level == SchemeLevel.Total && scheme.RankBy == RankBy.LastStage)
            Is(node.Steps.Any(step => step.Code == StepCodes.LastStage) == node.Parts.Any(part => part.Points is not null || part.NoResult), "which stage it is");
        if (node.Points is { } points)
            Is(running is { } end && Near(end, Number(points)), $"ends at {running}, not at {points}");
        else if (aspect is not null)
            Is(node.Steps.Count > 0 || node.NoResult, "nothing, without a reason");
        return wrong;
    }

    // A whole names its parts without a result, once; what its only part has it just passes on. Of an aspect the marks say it.
    private void NoResult(List<string> said)
    {
        if (aspect is not null)
        {
            Is(said.Count == 0 && (!node.NoResult || (Given.Count == 0 && Failed > 0)), "no result");
            return;
        }
        var there = node.Parts.Where(part => (part.Points is not null || part.NoResult) && RoleOf(part) != AspectRole.Info).ToList();
        var names = string.Join(", ", there.Where(part => part.NoResult).Select(part => part.Key));
        Is(said.Count == 0 || (node.NoResult && said is [var one] && one == names), "no result");
        Is(!node.NoResult || said.Count == 1 || there.Count == 1 || node.Steps.Any(step => step.Code == StepCodes.LastStage), "no result, and nobody says why");
    }

    // What came to points was counted or dropped; what did not, was not.
    private bool MayBe(WorkedMark mark) => mark.State switch
    {
        "value" or "not_attempted" when mark.State == "value" || !Forfeits => node.Points is not null ? mark.Use is MarkUse.Counted or MarkUse.DroppedHigh or MarkUse.DroppedLow : aspect!.Kind != AspectKind.PanelScore || mark.Use == MarkUse.NotCounted,
        "judge_absent" => mark.Use == (aspect!.Kind == AspectKind.PanelScore ? MarkUse.LeftOut : MarkUse.NotCounted),
        "failed" or "not_attempted" => mark.Use == (aspect!.Kind == AspectKind.PanelScore ? MarkUse.NotCounted : MarkUse.Counted),
        _ => mark.Use == MarkUse.NotCounted,
    };

    private Combination Combine => node.Level switch
    {
        SchemeLevel.Total => scheme.Combine,
        SchemeLevel.Stage => scheme.Stages.Single(stage => stage.Key == node.Key).Combine,
        SchemeLevel.Module => scheme.AllModules().Single(module => module.Key == node.Key).Combine,
        _ => scheme.AllForms().Single(form => form.Key == node.Key).Combine,
    };

    private List<WorkedMark> Given => [.. node.Marks.Where(mark => mark.State == "value" || (mark.State == "not_attempted" && !Forfeits))];

    private int Failed => node.Marks.Count(mark => mark.State == "failed" || (mark.State == "not_attempted" && Forfeits));

    // Where a zero for nothing would be the best, or a number nobody recorded.
    private bool Forfeits => aspect is { Rule: not PanelRanks } && (aspect.Role == AspectRole.Info || (scheme.RankOrder == TieBreakOrder.LowerFirst && aspect.Role != AspectRole.Penalty));

    private IEnumerable<double> Counted => Given.Zip(values).Where(mark => mark.First.Use == MarkUse.Counted).Select(mark => mark.Second);

    private void GatherParts()
    {
        foreach (var part in node.Parts.Where(part => part.Points is not null && RoleOf(part) != AspectRole.Info))
            parts.Add((part.Key, RoleOf(part) == AspectRole.Penalty ? -Number(part.Points!) : Number(part.Points!)));
        if (node.Steps.Any(step => step.Code == StepCodes.Weighted))
            parts.Clear();
        // One part alone, or only failed ones that count zero, need no step.
        running = parts.Count == 1 ? parts[0].Points : parts.Count == 0 ? 0 : null;
    }

    private AspectRole RoleOf(WorkedNode part) => scheme.AllAspects().FirstOrDefault(aspect => part.Level == SchemeLevel.Aspect && aspect.Key == part.Key)?.Role ?? AspectRole.Points;

    private void Take(WorkedStep step, string[] args)
    {
        double N(int place) => Number(args[place]);
        var result = step.Result is { } text ? Number(text) : (double?)null;
        switch (step.Code)
        {
            case StepCodes.Mean:
                Comes(result, Average(Counted), N(0) == Counted.Count());
                break;
            case StepCodes.TrimmedMean:
                Comes(result, Average(Counted), N(0) == Counted.Count() && N(1) == Used(MarkUse.DroppedHigh) && N(2) == Used(MarkUse.DroppedLow));
                break;
            case StepCodes.Median:
                Comes(result, Average(Counted), N(0) == Given.Count && Math.Abs(Used(MarkUse.DroppedHigh) - Used(MarkUse.DroppedLow)) == 0);
                break;
            case StepCodes.ClosestMean:
                Comes(result, Average(Counted), N(0) == Counted.Count() && N(1) == Given.Count);
                break;
            case StepCodes.WeightedMean:
                var weights = args[1].Split(" : ").Select(Number).ToList();
                Comes(result, weights.Zip(values, (weight, value) => weight * value).Sum() / weights.Sum(), N(0) == values.Count && weights.Count == values.Count);
                break;
            case StepCodes.SumOfMarks:
                Comes(result, values.Sum(), N(0) == values.Count);
                break;
            case StepCodes.GeometricMean:
                Comes(result, Math.Pow(values.Aggregate(1.0, (product, value) => product * value), 1.0 / values.Count), N(0) == values.Count && result is null);
                break;
            case StepCodes.Exponential:
                Comes(result, values.Where(rank => rank > 0).Sum(rank => N(0) * Math.Pow(N(1), rank - 1)), N(2) == values.Count);
                break;
            case StepCodes.Agreed:
                Comes(result, values[0], N(0) == values.Count && values.TrueForAll(value => value == values[0]));
                break;
            case StepCodes.StandFor or StepCodes.JudgesRanks:
                values = [.. args[0].Split(", ").Select(Number)];
                Is(values.Count == Given.Count, "one for each mark");
                break;
            case StepCodes.OfLevels:
                Comes(result, N(0) / N(1) * N(2), Near(N(0), running));
                break;
            case StepCodes.BaseAdded:
                Comes(result, running + N(0));
                break;
            case StepCodes.Times:
                Comes(result, running * N(0));
                break;
            case StepCodes.RoundedHalfUp or StepCodes.RoundedHalfEven or StepCodes.Truncated:
                Rounded(step.Code, result!.Value, (int)N(0));
                break;
            case StepCodes.NotAttempted or StepCodes.PairLost:
                Comes(result, 0);
                break;
            case StepCodes.NotBetter:
                Comes(result, 0, N(0) == values[0]);
                break;
            case StepCodes.PairWon or StepCodes.PairBye or StepCodes.PairWalkover:
                Comes(result, 1);
                break;
            case StepCodes.Met:
                Comes(result, Number((aspect!.Maximum ?? Score.One).ToString()), values[0] == 1);
                break;
            case StepCodes.NotMet:
                Comes(result, Number(aspect!.Minimum.ToString()), values[0] == 0);
                break;
            case StepCodes.Faults:
                Comes(result, N(0) - (N(1) * N(2)), N(1) == values[0]);
                break;
            case StepCodes.Hits:
                Comes(result, N(0) * N(1), N(0) == values[0]);
                break;
            case StepCodes.Falses:
                Comes(result, running - (N(0) * N(1)));
                break;
            case StepCodes.NotBelow:
                Comes(result, N(0), running < N(0));
                break;
            case StepCodes.NotAbove:
                Comes(result, N(0), running > N(0));
                break;
            case StepCodes.InBand:
                Comes(result, result, N(0) == values[0] && (args[1] == "−∞" || N(1) <= N(0)) && (args[2] == "∞" || N(2) >= N(0)));
                break;
            case StepCodes.OutsideBands:
                Comes(result, result, N(0) == values[0]);
                break;
            case StepCodes.BetweenKnots:
                Comes(result, N(2) + ((N(0) - N(1)) / (N(3) - N(1)) * (N(4) - N(2))), N(0) == values[0] && N(1) < N(0) && N(0) <= N(3));
                break;
            case StepCodes.BeyondKnots:
                Comes(result, result);
                break;
            case StepCodes.Power:
                Comes(result, N(0) * Math.Pow(N(1) - N(2), N(3)), (N(1) == values[0] || N(2) == values[0]) && result is null);
                break;
            case StepCodes.TimeRatio:
                Comes(result, (N(4) * (Math.Pow(N(2) / N(0), N(3)) - 1) / (Math.Pow(N(2) / N(1), N(3)) - 1)) + N(5), N(0) == values[0]);
                break;
            case StepCodes.TooSlow:
                Comes(result, result, N(0) == values[0] && N(0) > N(1) - Nearly);
                break;
            case StepCodes.ShareOfBest:
                Comes(result, N(1) == 0 ? 0 : N(0) / N(1) * N(2), (N(0) == values[0] || N(1) == values[0]) && (N(3) == N(0) || N(3) == N(1)));
                break;
            case StepCodes.RankInField:
                Comes(result, result, N(0) >= 1 && N(0) <= N(1) + 1);
                break;
            case StepCodes.PanelIncomplete or StepCodes.TooFewJudges:
                Is(N(0) == Given.Count + Failed && N(0) < N(1), "how many there are and have to be");
                break;
            case StepCodes.MixedResult:
                Is(N(0) == Failed && N(1) == Given.Count, "failed and given");
                break;
            case StepCodes.SpreadTooWide:
                Is(N(0) == values.Max() - values.Min() && N(0) > N(1), "spread");
                break;
            default:
                TakeParts(step, args, result);
                break;
        }
    }

    private void TakeParts(WorkedStep step, string[] args, double? result)
    {
        double N(int place) => Number(args[place]);
        switch (step.Code)
        {
            case StepCodes.Weighted:
                var weighted = node.Parts.Single(part => part.Key == args[0]);
                Is(Near(N(2), Number(weighted.Points!)) && Near(result, N(1) * N(2) / N(3) * N(4)), "weighted");
                parts.Add((args[0], result!.Value));
                running = parts.Count == 1 ? result : null;
                break;
            case StepCodes.Penalty or StepCodes.Bonus:
                Is(Near(result, parts.Single(part => part.Key == args[0]).Points), "as the part says");
                break;
            case StepCodes.Sum:
                Comes(result, parts.Sum(part => part.Points), N(0) == parts.Count + Zeros && N(0) > 1);
                break;
            case StepCodes.MeanOfParts:
                Comes(result, parts.Sum(part => part.Points) / N(0), N(0) == parts.Count + Zeros && N(0) > 1);
                break;
            case StepCodes.Highest or StepCodes.Lowest:
                var keys = args[2].Split(", ");
                var (taken, left) = (parts.Where(part => keys.Contains(part.Key)).Select(part => part.Points).ToList(), parts.Where(part => !keys.Contains(part.Key)).Select(part => part.Points).ToList());
                Comes(result, taken.Sum(), N(0) == taken.Count && N(1) == parts.Count && N(1) > 1 && Combine == (step.Code == StepCodes.Highest ? Combination.Highest : Combination.Lowest)
                    && taken.TrueForAll(one => left.TrueForAll(other => step.Code == StepCodes.Highest ? one >= other - Nearly : one <= other + Nearly)));
                break;
            case StepCodes.NoResultIsZero or StepCodes.NoResultLeftOut:
                Is(N(0) == node.Parts.Count(part => part.NoResult && RoleOf(part) != AspectRole.Info) && (Combine is Combination.Highest or Combination.Lowest) == (step.Code == StepCodes.NoResultLeftOut), "failed parts");
                break;
            case StepCodes.LastStage:
                Comes(result, result, args[0] == node.Parts.Last(part => part.Points is not null || part.NoResult).Key && node.Parts.Single(part => part.Key == args[0]).Points == step.Result);
                break;
            case StepCodes.CarriedOver:
                Comes(result, running + (N(0) * N(1)));
                break;
            case StepCodes.Corrected:
                Comes(result, running * N(0));
                break;
            case StepCodes.Corrected + StepCodes.Advisory:
                Is(Near(result, running * N(0)), "advice");
                break;
            case StepCodes.Standardised:
                Comes(result, N(0));
                break;
            case StepCodes.Standardised + StepCodes.Advisory:
                Is(Near(result, N(0)), "advice");
                break;
            default:
                Is(result is null && node.Points is null, "a reason for no points");
                break;
        }
    }

    private int Zeros => node.Steps.Where(step => step.Code == StepCodes.NoResultIsZero).Sum(step => int.Parse(step.Args[0], CultureInfo.InvariantCulture));

    private void Rounded(string code, double rounded, int decimals)
    {
        var unit = Math.Pow(10, -decimals);
        var off = rounded - (running ?? double.NaN);
        Is(code == StepCodes.Truncated ? Math.Abs(off) < unit + Nearly && (rounded == 0 || off * Math.Sign(rounded) <= Nearly) : Math.Abs(off) <= (unit / 2) + Nearly, "rounded by more than it says");
        Is(Math.Abs((rounded / unit) - Math.Round(rounded / unit)) < 1e-6, "decimals");
        // What is already round is not said to be rounded; only a root or a power always is.
        Is(before is StepCodes.Power or StepCodes.GeometricMean || decimals > 5 || Math.Abs(off) > 0, "rounded without a change");
        running = rounded;
    }

    private void Comes(double? said, double? found, bool isSo = true)
    {
        Is(isSo && (said is null || Near(said, found)), $"comes to {found}, not {said}");
        running = said ?? found;
    }

    private void Is(bool isSo, string what)
    {
        if (!isSo)
            wrong.Add(what);
    }

    private int Used(MarkUse use) => Given.Count(mark => mark.Use == use);

    private static double Average(IEnumerable<double> numbers) => numbers.DefaultIfEmpty(double.NaN).Average();

    private static bool Near(double? one, double? other) => one is { } a && other is { } b && Math.Abs(a - b) <= Nearly * Math.Max(1, Math.Abs(a));

    private static double Value(WorkedMark mark) => mark.Value is { } text ? Number(text) : 0;

    private static double Number(string text) => double.Parse(text.TrimEnd('…'), CultureInfo.InvariantCulture);
}
