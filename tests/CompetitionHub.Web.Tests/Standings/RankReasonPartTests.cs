using System.Globalization;
using Bunit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Features.Standings;
using CompetitionHub.Web.Tests.Components;

namespace CompetitionHub.Web.Tests.Standings;

/// <summary>The reason of a rank as a sentence, in both languages, for every comparator.</summary>
public sealed class RankReasonPartTests : ComponentTest
{
    private static readonly MarkingScheme Scheme = Schemes.Scheme(
        Schemes.Module("b", Schemes.Form("f1", 1, Schemes.Aspect("x", new DirectPoints()))),
        Schemes.Module("c", Schemes.Form("f2", 1, Schemes.Aspect("y", new DirectPoints()))));

    public static TheoryData<string> Words => [.. TieBreakWords.All];

    [Theory]
    [InlineData("zh-CN", "在第 1 名 K1 之后：总分相同（12）；名b，", "5 对 7")]
    [InlineData("en", "Behind rank 1, K1: equal total (12); b: ", "5 against 7")]
    public void EqualTotals_TheModuleDecides(string language, string begins, string ends)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var said = Open(Scheme with { TieBreaks = [new ModuleTieBreak("b")] }, ("7", "5"), ("5", "7")).Find("li").TextContent;

        Assert.StartsWith(begins.TrimEnd('，'), said, StringComparison.Ordinal);
        Assert.EndsWith(ends, said, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Words))]
    public void EveryComparator_HasItsWords(string word)
    {
        TieBreak rule = word switch
        {
            "module" => new ModuleTieBreak("b"),
            "modules" => new ModulesTieBreak(["b"]),
            "form" => new FormTieBreak("f1"),
            "aspect" => new AspectTieBreak("x"),
            "stage" => new StageTieBreak("final"),
            "measurements" => new MeasurementsTieBreak(),
            "deductions" => new DeductionsTieBreak(),
            "best_single" => new BestSingleTieBreak(PartLevel.Module),
            "countback" => new CountbackTieBreak(PartLevel.Form),
            "parts_with_points" => new PartsWithPointsTieBreak(PartLevel.Aspect),
            "committee" => new CommitteeTieBreak { Order = TieBreakOrder.LowerFirst },
            _ => new LotTieBreak("seed"),
        };
        // Equal in everything but who was named first: the sentence says what was compared, and what decided.
        var said = Open(Scheme with { TieBreaks = [rule, new CommitteeTieBreak { Order = TieBreakOrder.LowerFirst }] }, ("5", "7"), ("5", "7")).Find("li").TextContent;

        Assert.DoesNotContain("Reason.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        Assert.Contains("总分相同", said, StringComparison.Ordinal);
    }

    private IRenderedComponent<RankReason> Open(MarkingScheme scheme, (string X, string Y) first, (string X, string Y) second)
    {
        var compiled = CompiledScheme.Compile(scheme);
        var calculator = new EntryCalculator(compiled, decisions: new([new(RankDecisionKind.Committee, ["K1", "K2"], null, "reason")]));
        var lines = BoardOrder.Of(
            new[] { ("K1", first), ("K2", second) }.Select(row => new BoardLine { Code = row.Item1, Status = EntryStatus.Active }.With(calculator.Calculate(
                new ContestEntry(row.Item1, "", true, [Schemes.Mark("x", 1, row.Item2.X), Schemes.Mark("y", 1, row.Item2.Y)])), compiled)), compiled);
        var contest = new Contest("c1", "k", new("welding", new("焊工", "Welding"), "", new("", ""), ContestFormat.Individual, CountingRule.Submitted), 1, 1);
        var board = new BoardView(null!, contest, null!, Audience.Public, scheme, lines);
        var view = new EntryView(board, lines[1], null!) { Reasons = RankReasons.Of(lines, lines[1], compiled) };
        return Render<RankReason>(part => part.Add(c => c.View, view));
    }
}
