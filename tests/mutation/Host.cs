using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CompetitionHub.Mutation;

/// <summary>
/// The process that runs tests: reads lines from its input, answers with lines that begin with <see cref="Mark"/>. A line <c>7 12:2010 3:2500</c> asks for tests 12 and 3 under
/// mutation 7, within so many milliseconds of the processor each; <c>measure N file</c> runs every test without any and writes how long it took and which of N mutations it came across.
/// </summary>
internal static class Host
{
    public const string Mark = "@@ ";

    private const int Looks = 100;

    public static int Run(IReadOnlyList<string> asked)
    {
        var folder = AppContext.BaseDirectory;
        var assemblies = new[] { "CompetitionHub.Core", "CompetitionHub.TestKit", "CompetitionHub.Core.Tests" }.Select(name => Assembly.LoadFrom(Path.Combine(folder, name + ".dll"))).ToArray();
        var mutants = assemblies[0].GetType("Mutants")!;
        FieldInfo active = mutants.GetField("Active")!, seen = mutants.GetField("Seen")!, stop = mutants.GetField("Stop")!;
        if (Environment.GetEnvironmentVariable("MUTANT") is { Length: > 0 } always)
            active.SetValue(null, int.Parse(always, CultureInfo.InvariantCulture));
        // What is made once must not be made while a mutation is on: it would stay when the mutation goes.
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        var tests = TestCase.All(assemblies[2], asked);
        Say("ready");

        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "measure")
            {
                File.WriteAllLines(words[2], tests.Select((test, number) => Measure(test, number, seen, int.Parse(words[1], CultureInfo.InvariantCulture))));
                seen.SetValue(null, null);
                Say("measured");
                continue;
            }
            active.SetValue(null, int.Parse(words[0], CultureInfo.InvariantCulture));
            Say(words.Skip(1).Select(word => Run(tests, word, stop)).FirstOrDefault(said => said is not null) ?? "survived");
        }
        return 0;
    }

    private static string? Run(List<TestCase> tests, string word, FieldInfo stop)
    {
        int[] numbers = [.. word.Split(':').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
        var (end, late, over, gate) = (Environment.CpuUsage.TotalTime + TimeSpan.FromMilliseconds(numbers[1]), false, false, new Lock());
        Say($"at {numbers[0]}");
        Exception? failure;
        using (new Timer(_ => Look(), null, Looks, Looks))
            failure = tests[numbers[0]].Run();
        lock (gate)
        {
            over = true;
            stop.SetValue(null, false);
        }
        if (failure is OutOfMemoryException)
            Environment.Exit(3);
        return late ? "timed out" : failure is null ? null : "killed";

        void Look()
        {
            lock (gate)
            {
                if (!over && Environment.CpuUsage.TotalTime > end)
                    stop.SetValue(null, late = true);
            }
        }
    }

    private static string Measure(TestCase test, int number, FieldInfo seen, int count)
    {
        var reached = new bool[count];
        seen.SetValue(null, reached);
        var begun = Environment.CpuUsage.TotalTime;
        var failure = test.Run();
        var time = Environment.CpuUsage.TotalTime - begun;
        seen.SetValue(null, null);
        // The first run also compiles: of short tests the second one tells the time.
        if (failure is null && time < TimeSpan.FromSeconds(1))
        {
            begun = Environment.CpuUsage.TotalTime;
            failure = test.Run();
            time = Environment.CpuUsage.TotalTime - begun;
        }
        var ids = string.Join(' ', Enumerable.Range(0, count).Where(id => reached[id]));
        var error = failure is null ? "" : $"{failure.GetType().Name}: {failure.Message}".ReplaceLineEndings(" ").Replace('\t', ' ');
        return string.Create(CultureInfo.InvariantCulture, $"{number}\t{test.Name}\t{time.TotalMilliseconds:0}\t{error}\t{ids}");
    }

    private static void Say(string text)
    {
        Console.Out.WriteLine(Mark + text);
        Console.Out.Flush();
    }
}
