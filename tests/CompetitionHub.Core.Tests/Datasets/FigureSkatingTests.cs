using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Datasets;

namespace CompetitionHub.Core.Tests.Datasets;

public sealed class FigureSkatingTests
{
    [Fact]
    public async Task Import_X()
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        var compared = OfficialRun.Calculate(FigureSkating.Name, FigureSkating.Convert);
        Console.Error.WriteLine($"{w.Elapsed} {compared.Count} totals {compared.Count(c=>c.TotalAgrees)} ranks {compared.Count(c=>c.RankAgrees)} block {compared.Count(c=>c.RankIsInBlock)} ");
        Console.Error.WriteLine(string.Join("\n", compared.Where(c => !c.TotalAgrees).Take(30)));
        Console.Error.WriteLine("RANKS\n" + string.Join("\n", compared.Where(c => c.Official.Rank is not null && !c.RankAgrees).Take(60)));
        w.Restart();
        compared = await OfficialRun.ImportAsync(DatabaseKind.Sqlite, FigureSkating.Name, FigureSkating.Convert);
        Console.Error.WriteLine($"{w.Elapsed} {compared.Count} totals {compared.Count(c=>c.TotalAgrees)} ranks {compared.Count(c=>c.RankAgrees)} block {compared.Count(c=>c.RankIsInBlock)} ");
    }
}
