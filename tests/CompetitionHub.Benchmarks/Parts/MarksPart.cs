using System.Diagnostics;
using CompetitionHub.Benchmarks.Load;
using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Benchmarks.Servers;
using static CompetitionHub.Benchmarks.Report.Section;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>Durable marks per second through HTTP, beside a raw SQLite loop with the same rows and an endpoint that does nothing.</summary>
internal static class MarksPart
{
    private const int Rounds = 5;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(2);

    // Until the hot path has been compiled for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly ScratchPlan Plan = new(Contests: 8, Entries: 2_500, Judges: 5, Aspects: 10);

    /// <summary>How a request looks: its commands, and how many of them are marks.</summary>
    private sealed record Shape(string Name, int Marks, bool Counts, Func<Sheets, IReadOnlyList<string>> Next);

    private static readonly Shape[] Shapes =
    [
        new("one mark per request", 1, false, sheets => [sheets.NextMark()]),
        new("batches of 10 marks", 10, false, sheets => [.. Enumerable.Range(0, 10).Select(_ => sheets.NextMark())]),
        new("whole sheets: 10 marks and handing in, boards recomputed", 10, true, sheets => sheets.NextSheet()),
    ];

    public static async Task<Section> RunAsync()
    {
        using var scratch = await ScratchHub.CreateAsync(Plan);
        var workers = scratch.Contests.SelectMany(contest => contest.Judges.Select(judge => (Contest: contest, Judge: judge))).ToList();
        var section = new Section("Durable marks per second",
            $"{workers.Count} signed-in judges in {Plan.Contests} contests send POST /api/judging/commands one after the other, {Length.TotalSeconds} s each, medians of {Rounds} rounds in turn with both limits. Acknowledged after the commit is on disk (synchronous = full). Raw SQLite writes the same rows (marks, audit, counters, sheets, standings) with the same settings in transactions of {workers.Count} requests, the largest group commit these judges can cause; the empty POST has the same request and answer sizes and the same client.");
        var raw = new RawMarks(scratch);
        using (var hub = await HubProcess.StartAsync(scratch.Folder))
        {
            var judges = new List<(Judge Judge, Sheets Sheets)>();
            foreach (var (contest, judge) in workers)
            {
                judges.Add((await Judge.SignInAsync(hub, judge), new Sheets(contest, judge, Plan)));
            }

            foreach (var shape in Shapes)
            {
                await MeasureAsync(section, shape, judges, raw);
            }

            judges.ForEach(j => j.Judge.Dispose());
        }

        raw.Dispose();
        return section;
    }

    private static async Task MeasureAsync(Section section, Shape shape, List<(Judge Judge, Sheets Sheets)> judges, RawMarks raw)
    {
        await RateAsync(shape, judges, save: true, WarmUp);
        var port = ChildProcess.FreePort();
        using var nothing = await BareKestrel.StartAsync(port, judges[0].Judge.AnswerBytes);
        var idle = new List<(Judge Judge, Sheets Sheets)>();
        foreach (var (_, sheets) in judges)
        {
            idle.Add((await Judge.ConnectAsync(port, Guid.Empty.ToString("D"), new string('c', 400)), sheets.Copy()));
        }

        var (product, loop, empty) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            product.Add(await RateAsync(shape, judges, save: true, Length));
            loop.Add(raw.Rate(shape.Marks, shape.Counts, judges.Count, Length));
            empty.Add(await RateAsync(shape, idle, save: false, Length));
        }

        idle.ForEach(j => j.Judge.Dispose());
        var ratio = Stats.Median(product) / Math.Min(Stats.Median(loop), Stats.Median(empty));
        section.Add(shape.Name, Number(Stats.Median(product), "marks/s"), $"raw SQLite: {Number(Stats.Median(loop), "marks/s")}; empty POST: {Number(Stats.Median(empty), "marks/s")}",
            Number(ratio, "", 2), "≥ 0.5 of the lower", ratio >= 0.5);
    }

    private static async Task<double> RateAsync(Shape shape, List<(Judge Judge, Sheets Sheets)> judges, bool save, TimeSpan length)
    {
        var start = Stopwatch.GetTimestamp();
        var requests = await Task.WhenAll(judges.Select(j => Task.Run(async () =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(start) < length)
            {
                var commands = shape.Next(j.Sheets);
                await (save ? j.Judge.SaveAsync(commands) : j.Judge.SendAsync(commands));
                count++;
            }

            return count;
        })));
        return requests.Sum() * (double)shape.Marks / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
