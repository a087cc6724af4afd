using System.Diagnostics;

namespace CompetitionHub.Mutation;

/// <summary>The whole run: mutate, measure the tests, try every mutation, report.</summary>
internal sealed class Campaign(string root, string filter, bool onlySurvivors)
{
    private const int Hosts = 2;
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);

    // Everything between marks that count and sorted standings, teams and awards. Below src/CompetitionHub.Core.
    private static readonly string[] Engine =
    [
        "Standings/Calculation/*.cs", "Standings/Ranking.cs", "Standings/BoardOrder.cs", "Standings/BoardLines.cs", "Standings/Scale.cs",
        "Competitions/Scheme/AspectRules/*.cs", "Competitions/Scheme/PanelRules/*.cs", "Competitions/Scheme/TieBreaks/*.cs",
        "Competitions/Scheme/RoundingPlan.cs", "Competitions/Scheme/SchemeRules.cs", "Competitions/Scheme/Normalisation.cs",
        "Competitions/Scheme/Awards/Quotas/*.cs", "Competitions/Scheme/Awards/Conditions/*.cs", "Competitions/Scheme/Awards/AwardGroup.cs", "Competitions/Scheme/Awards/MedalRule.cs",
        "Awards/AdvancementCalculator.cs", "Awards/AdvancementOutlooks.cs", "Awards/AwardCalculator.cs", "Awards/Cuts.cs", "Awards/DelegationCaps.cs", "Awards/MedalRules.cs",
        "Awards/MissingMarks.cs", "Awards/Outlook.cs", "Teams/TeamCalculator.cs", "Teams/Points/*.cs", "Teams/TieBreaks/*.cs",
        "Shared/Fraction*.cs", "Shared/Roots.cs", "Shared/Powers.cs",
    ];

    private readonly string here = Path.Combine(root, "tests", "mutation");
    private readonly string datasets = Environment.GetEnvironmentVariable("COMPETITIONHUB_DATASETS") ?? Path.Combine(root, "..", "shared", "datasets");

    public async Task<int> RunAsync()
    {
        var remembered = Path.Combine(here, "bin", "survivors.txt");
        var earlier = onlySurvivors ? File.ReadLines(remembered).ToHashSet() : [];
        var (mutants, folder) = Build();
        using var first = new HostProcess(folder, datasets);
        var tests = await MeasureAsync(first, mutants);

        var report = new Report(Equivalents.Read(Path.Combine(here, "equivalent.txt")));
        var tried = mutants.Where(mutant => !onlySurvivors || earlier.Contains(mutant.Key)).ToList();
        var clock = Stopwatch.StartNew();
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<Mutant>(tried);
        await Task.WhenAll(Enumerable.Range(0, Hosts).Select(async number =>
        {
            using var host = new HostProcess(folder, datasets);
            while (waiting.TryDequeue(out var mutant))
            {
                var fate = await JudgeAsync(host, folder, mutant, tests, mutants);
                var count = report.Add(mutant, fate);
                if (fate is Fate.Survived or Fate.NotReached)
                    Console.WriteLine($"{fate}: {mutant.File}:{mutant.Line}  {mutant.Change}");
                if (count % 100 == 0)
                    Console.WriteLine($"-- {count} of {tried.Count} after {clock.Elapsed.TotalMinutes:0.0} min");
            }
        }));

        File.WriteAllLines(remembered, report.Survivors.Select(mutant => mutant.Key));
        var text = report.ToMarkdown();
        Console.WriteLine(text);
        if (filter.Length == 0 && !onlySurvivors)
            File.WriteAllText(Path.Combine(here, "RESULTS.md"), text);
        return report.Share >= 0.9 ? 0 : 1;
    }

    private (List<Mutant> Mutants, string Folder) Build()
    {
        var scratch = Path.Combine(here, "bin", "scratch");
        if (Directory.Exists(scratch))
            Directory.Delete(scratch, true);
        var folder = Path.Combine(scratch, "tests");
        Shell.Copy(Path.Combine(root, "tests", "CompetitionHub.Core.Tests", "bin", "Release", "net10.0"), folder);
        File.Copy(typeof(Campaign).Assembly.Location, Path.Combine(folder, "Mutation.dll"));

        var core = Path.Combine(root, "src", "CompetitionHub.Core");
        var files = Engine.SelectMany(pattern => Directory.EnumerateFiles(Path.Combine(core, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)))
            .Select(path => Path.GetRelativePath(core, path)).Where(path => path.Contains(filter, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        var compiler = new Compiler(root, scratch);
        var mutants = compiler.Build(files, folder);
        Console.WriteLine($"{files.Count} files, {mutants.Count} mutants; the compiler refused {compiler.Refused.Count} others");
        return (mutants, folder);
    }

    private static async Task<List<MeasuredTest>> MeasureAsync(HostProcess host, List<Mutant> mutants)
    {
        var tests = await host.MeasureAsync(mutants[^1].Id + 1);
        foreach (var broken in tests.Where(test => test.Error.Length > 0))
            Console.WriteLine($"left out, fails without a mutation: {broken.Name}: {broken.Error[..Math.Min(160, broken.Error.Length)]}");
        var usable = tests.Where(test => test.Error.Length == 0).OrderBy(test => test.Time).ToList();
        Console.WriteLine($"{usable.Count} tests, together {usable.Sum(test => test.Time.TotalSeconds):0} s, the longest {usable[^1].Name} {usable[^1].Time.TotalSeconds:0.0} s");
        return usable;
    }

    private async Task<Fate> JudgeAsync(HostProcess host, string folder, Mutant mutant, List<MeasuredTest> tests, List<Mutant> mutants)
    {
        if (mutant.MadeOnce)
        {
            // It works only in a process that began with it, and no test can be seen to reach it: those that reach its file are asked.
            var neighbours = mutants.Where(other => other.File == mutant.File).Select(other => other.Id).ToHashSet();
            using var own = new HostProcess(folder, datasets, mutant.Id);
            return await own.JudgeAsync(mutant.Id, [.. tests.Where(test => test.Reached.Overlaps(neighbours))]);
        }
        var reaching = tests.Where(test => test.Reached.Contains(mutant.Id)).ToList();
        var fate = await host.JudgeAsync(mutant.Id, [.. reaching.Where(test => test.Time < Quick)]);
        // The long ones (real competitions, thousands of cases) only look at what the others let pass.
        return fate is Fate.Survived or Fate.NotReached && reaching.Any(test => test.Time >= Quick)
            ? await host.JudgeAsync(mutant.Id, [.. reaching.Where(test => test.Time >= Quick)])
            : fate;
    }
}
