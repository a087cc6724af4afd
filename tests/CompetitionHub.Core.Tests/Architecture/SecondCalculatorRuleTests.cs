using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Verification;

namespace CompetitionHub.Core.Tests.Architecture;

/// <summary>The second calculator is another mind's reading of the rules: no type of the engine stands in it, not even in the middle of a method.</summary>
public sealed class SecondCalculatorRuleTests
{
    private static readonly string[] EngineNamespaces = [typeof(AspectRule).Namespace!, typeof(EntryCalculator).Namespace!];

    private static readonly Type[] EngineTypes = [typeof(Ranking), typeof(BoardOrder), typeof(PlacedLine), typeof(Scale), typeof(Fraction), typeof(Score), typeof(ScoreText), typeof(Roots)];

    [Fact]
    public void SecondCalculator_SpeaksOfNothingOfTheEngine() => Assert.Empty(OfTheEngine(Verification()));

    [Fact]
    public void SecondCalculator_IsFound() =>
        // A rule over no type at all would be kept for ever; what the compiler makes of lambdas and async methods belongs to it.
        Assert.True(Verification().Contains(typeof(SecondCalculator)) && Verification().Count(type => type.Name.Contains('<', StringComparison.Ordinal)) > 10);

    [Theory]
    [InlineData(typeof(EngineStandings))]
    [InlineData(typeof(CanaryOfOneLine))]
    public void SecondCalculator_SpeaksOfNothingOfTheEngine_Canary(Type type) => Assert.NotEmpty(OfTheEngine([type]));

    private static IEnumerable<string> OfTheEngine(IEnumerable<Type> types) => types.SelectMany(type => TypeUses.Of(type)
        .Where(used => EngineTypes.Contains(used) || EngineNamespaces.Any(name => used.Namespace is { } place && (place == name || place.StartsWith(name + ".", StringComparison.Ordinal))))
        .Select(used => $"{type} speaks of {used}"));

    private static IReadOnlyList<Type> Verification() => [.. typeof(SecondCalculator).Assembly.GetTypes().Where(type => type.Namespace == typeof(SecondCalculator).Namespace)];

    private sealed class CanaryOfOneLine
    {
        public static string Run() => ScoreText.Parse("1").ToString()!;
    }
}
