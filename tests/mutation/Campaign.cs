using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CompetitionHub.Mutation;

/// <summary>The whole run: mutate, measure the tests, try every mutation, report.</summary>
internal sealed class Campaign(string root, string filter, bool onlySurvivors)
{
    private const int Seed = 20_261_121;

    // A mutant is asked tests that together take no longer than this: the slowest ones would cost the machine hours, and seldom notice what the others let pass.
    private static readonly TimeSpan PerMutant = TimeSpan.FromSeconds(Number("MUTATION_SECONDS", 6));
    private static readonly int Hosts = Number("MUTATION_HOSTS", 1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(Number("MUTATION_MINUTES", 100_000));

    // Everything between marks that count and sorted standings, teams and awards, and what is said about judges. Below src/CompetitionHub.Core.
    private static readonly string[] Engine =
    [
        "Standings/Calculation/*.cs", "Standings/Ranking.cs", "Standings/RankReasons.cs", "Standings/BoardOrder.cs", "Standings/BoardLines.cs", "Standings/Scale.cs",
        "Competitions/Scheme/AspectRules/*.cs", "Competitions/Scheme/PanelRules/*.cs", "Competitions/Scheme/TieBreaks/*.cs",
        "Competitions/Scheme/RoundingPlan.cs", "Competitions/Scheme/SchemeRules.cs", "Competitions/Scheme/Normalisation.cs",
        "Competitions/Scheme/Awards/Quotas/*.cs", "Competitions/Scheme/Awards/Conditions/*.cs", "Competitions/Scheme/Awards/AwardGroup.cs", "Competitions/Scheme/Awards/MedalRule.cs",
        "Awards/AdvancementCalculator.cs", "Awards/AdvancementOutlooks.cs", "Awards/AwardCalculator.cs", "Awards/ContestField.cs", "Awards/CutOffProposals.cs", "Awards/Cuts.cs",
        "Awards/DelegationCaps.cs", "Awards/MedalRules.cs", "Awards/MissingMarks.cs", "Awards/Outlook*.cs", "Teams/TeamCalculator.cs", "Teams/Points/*.cs", "Teams/TieBreaks/*.cs",
        "JudgeStatistics/Concordance.cs", "JudgeStatistics/Halo.cs", "JudgeStatistics/IntraclassCorrelation.cs", "JudgeStatistics/MarkScale.cs", "JudgeStatistics/Moments.cs",
        "JudgeStatistics/Outliers.cs", "JudgeStatistics/OwnDelegation.cs", "JudgeStatistics/PanelComputation.cs", "JudgeStatistics/PanelMarks.cs", "JudgeStatistics/PanelMatrix.cs",
        "JudgeStatistics/PanelPart.cs", "JudgeStatistics/PanelStatistics.cs", "JudgeStatistics/Severity.cs", "JudgeStatistics/Statistic.cs",
        "Shared/Fraction*.cs", "Shared/Roots.cs", "Shared/Powers.cs",
    ];

    private readonly string here = Path.Combine(root, "tests", "mutation");
    private readonly string core = Path.Combine(root, "src", "CompetitionHub.Core");
    private readonly string datasets = Environment.GetEnvironmentVariable("COMPETITIONHUB_DATASETS") ?? Path.Combine(root, "..", "shared", "datasets");
    private readonly ConcurrentDictionary<(string File, int Test), int> kills = new();

    public async Task<int> RunAsync()
    {
        var (mutants, folder) = Build();
        var tried = new Tried(Path.Combine(here, "bin", "tried.tsv"), core, new[] { "CompetitionHub.Core.Tests.dll", "CompetitionHub.TestKit.dll" }.Select(file => Path.Combine(folder, file)));
        var report = new Report(Equivalents.Read(Path.Combine(here, "equivalent.txt")), mutants.Count, Seed, Shell.Run("git", ["rev-parse", "--short", "HEAD"], root).Text.Trim());
        var asked = mutants.Where(mutant => !onlySurvivors || tried.Survived(mutant)).ToArray();
        foreach (var mutant in asked.Where(mutant => tried.Of(mutant) is not null))
            report.Add(mutant, tried.Of(mutant)!.Value);

        // In an order drawn by lot, so that a run that is stopped has tried a fair sample: those of earlier samples that survived come first.
        var open = asked.Where(mutant => tried.Of(mutant) is null).ToArray();
        new Random(Seed).Shuffle(open);
        open = [.. open.OrderBy(mutant => tried.Survived(mutant) ? 0 : 1)];
        Console.WriteLine($"{asked.Length - open.Length} are known from earlier runs, {open.Length} are to be tried");
        if (open.Length > 0)
            await TryAsync(open, mutants, folder, tried, report);

        File.WriteAllLines(Path.Combine(here, "bin", "survivors.txt"), report.Survivors.Select(mutant => mutant.Key));
        var text = report.ToMarkdown();
        Console.WriteLine(text);
        if (filter.Length == 0 && !onlySurvivors)
            File.WriteAllText(Path.Combine(here, "RESULTS.md"), text);
        return report.Share >= 0.9 ? 0 : 1;
    }

    private async Task TryAsync(Mutant[] open, List<Mutant> mutants, string folder, Tried tried, Report report)
    {
        var clock = Stopwatch.StartNew();
        List<MeasuredTest> tests;
        using (var first = new HostProcess(folder, datasets))
            tests = await MeasureAsync(first, mutants);
        Console.WriteLine($"-- measured after {clock.Elapsed.TotalMinutes:0.0} min");
        var waiting = new ConcurrentQueue<Mutant>(open);
        await Task.WhenAll(Enumerable.Range(0, Hosts).Select(async _ =>
        {
            using var host = new HostProcess(folder, datasets);
            while (clock.Elapsed < Longest && waiting.TryDequeue(out var mutant))
            {
                var fate = await JudgeAsync(host, folder, mutant, tests, mutants);
                tried.Add(mutant, fate);
                var count = report.Add(mutant, fate);
                if (fate is Fate.Survived or Fate.NotReached)
                    Console.WriteLine($"{fate}: {mutant.File}:{mutant.Line}  {mutant.Change}");
                if (count % 100 == 0)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"-- {count} tried, {open.Length - waiting.Count} of {open.Length} in {clock.Elapsed.TotalMinutes:0.0} min, {report.Share:P1} caught"));
            }
        }));
    }

    private (List<Mutant> Mutants, string Folder) Build()
    {
        var scratch = Path.Combine(here, "bin", "scratch");
        if (Directory.Exists(scratch))
            Directory.Delete(scratch, true);
        var folder = Path.Combine(scratch, "tests");
        Shell.Copy(Path.Combine(root, "tests", "CompetitionHub.Core.Tests", "bin", "Release", "net10.0"), folder);
        File.Copy(typeof(Campaign).Assembly.Location, Path.Combine(folder, "Mutation.dll"));

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
            return await own.JudgeAsync(mutant.Id, InTime(tests.Where(test => test.Reached.Overlaps(neighbours))));
        }
        // What noticed other changes, above all of the same file, often notices the next one.
        var fate = await host.JudgeAsync(mutant.Id, InTime(tests.Where(test => test.Reached.Contains(mutant.Id)).OrderByDescending(test => Promise(mutant.File, test))));
        if (fate is Fate.Killed or Fate.TimedOut && host.LastTest is { } killer)
        {
            kills.AddOrUpdate((mutant.File, killer), 1, (_, count) => count + 1);
            kills.AddOrUpdate(("", killer), 1, (_, count) => count + 1);
        }
        return fate;
    }

    // Changes that a test noticed or may notice, for each second that it takes.
    private double Promise(string file, MeasuredTest test) =>
        ((5 * kills.GetValueOrDefault((file, test.Number))) + kills.GetValueOrDefault(("", test.Number)) + (test.Reached.Count / 100.0)) / (test.Time.TotalSeconds + 0.005);

    // At least one, however long it takes.
    private static List<MeasuredTest> InTime(IEnumerable<MeasuredTest> tests)
    {
        var (list, sum) = (new List<MeasuredTest>(), TimeSpan.Zero);
        foreach (var test in tests)
        {
            sum += test.Time;
            if (list.Count > 0 && sum > PerMutant)
                break;
            list.Add(test);
        }
        return list;
    }

    private static int Number(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
