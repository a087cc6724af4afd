using System.Globalization;
using CompetitionHub.Benchmarks;
using CompetitionHub.Benchmarks.Parts;
using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Servers;

switch (args)
{
    case [BareKestrel.Verb, var port, var answerBytes, var page]:
        await BareKestrel.RunAsync(Whole(port), Whole(answerBytes), page);
        return 0;
    case [BareStream.Verb, var port, var frameBytes]:
        await BareStream.RunAsync(Whole(port), Whole(frameBytes));
        return 0;
    case ["writer"]:
        await WriterBenchmark.RunAsync();
        return 0;
}

var parts = new Dictionary<string, Func<Task<Section>>>
{
    ["board"] = BoardPart.RunAsync,
    ["viewers"] = ViewersPart.RunAsync,
    ["marks"] = MarksPart.RunAsync,
    ["latency"] = LatencyPart.RunAsync,
    ["standings"] = StandingsPart.RunAsync,
    ["engine"] = EnginePart.RunAsync,
};
if (args.FirstOrDefault(name => !parts.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no part '{unknown}'; there are: writer {string.Join(' ', parts.Keys)}.");
    return 2;
}

var sections = new List<Section>();
foreach (var name in args.Length == 0 ? [.. parts.Keys] : args)
{
    Console.WriteLine(name);
    sections.Add(await parts[name]());
    if (Environment.GetEnvironmentVariable("COMPETITIONHUB_RESULTS") is { Length: > 0 } file)
    {
        // After every part: a run that is broken off leaves what it has.
        await File.WriteAllTextAsync(file, Machine.Head() + string.Join('\n', sections.Select(section => section.ToMarkdown())));
    }
}

return 0;

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
