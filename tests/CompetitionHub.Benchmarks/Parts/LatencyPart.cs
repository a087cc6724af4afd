using CompetitionHub.Benchmarks.Load;
using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Benchmarks.Servers;
using static CompetitionHub.Benchmarks.Report.Section;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>How long one judge waits for one mark, whatever is stored already.</summary>
internal static class LatencyPart
{
    private const int Contests = 10;
    private const int Judges = 5;
    private const int Aspects = 10;
    private const int Samples = 2_000;
    private static readonly int[] Marked = [0, 40, 2_000];

    public static async Task<Section> RunAsync()
    {
        var section = new Section("Mark latency by stored marks",
            $"One judge on one connection, one mark per request, {Number(Samples)} requests after a warm-up; {Contests} contests with 2,400 entries each, {Judges} judges, {Aspects} aspects; stored marks with their audit entries and handed-in sheets. The limit is an empty POST with the same client plus a durable SQLite commit of one small row on a copy of the same file.");
        var medians = new List<double>();
        foreach (var marked in Marked)
        {
            medians.Add(await MeasureAsync(section, new(Contests, 2_400, Judges, Aspects, marked)));
        }

        var growth = medians[^1] / medians[0];
        section.Add("growth of p50 from 0 to 1,000,000 stored marks", Number(growth, "times", 2), "", "", "flat (≤ 1.25)", growth <= 1.25);
        return section;
    }

    private static async Task<double> MeasureAsync(Section section, ScratchPlan plan)
    {
        using var scratch = await (await ScratchHub.CreateAsync(plan)).WithBoardsAsync();
        double commit;
        using (var raw = new RawSqlite(scratch.File))
        {
            commit = raw.Commit(500);
        }

        using var hub = await HubProcess.StartAsync(scratch.Folder);
        var contest = scratch.Contests[0];
        using var judge = await Judge.SignInAsync(hub, contest.Judges[0]);
        var sheets = new Sheets(contest, contest.Judges[0], plan);
        var fresh = await SampleAsync(() => judge.SaveAsync([sheets.NextMark()]), Samples);
        var stored = (long)plan.Contests * plan.Marked * plan.Judges * plan.Aspects;

        var port = ChildProcess.FreePort();
        using var nothing = await BareKestrel.StartAsync(port, judge.AnswerBytes);
        using var idle = await Judge.ConnectAsync(port, Guid.Empty.ToString("D"), new string('c', 400));
        var empty = Stats.Median(await SampleAsync(() => idle.SendAsync([sheets.NextMark()]), Samples));
        var p50 = Stats.Median(fresh);
        section.Add($"{Number(stored)} stored marks: p50", Number(p50, "ms", 2), $"{Number(empty, "ms", 2)} + {Number(commit, "ms", 2)}", Number((empty + commit) / p50, "", 2));
        section.Add($"{Number(stored)} stored marks: p99", Number(Stats.Percentile(fresh, 99), "ms", 2));
        if (plan.Marked > 0)
        {
            var counting = await SampleAsync(() => judge.SaveAsync([sheets.NextCorrection()]), Math.Min(Samples, plan.Marked * plan.Aspects / 2));
            section.Add($"{Number(stored)} stored marks: a mark that moves the board, p50", Number(Stats.Median(counting), "ms", 2));
            section.Add($"{Number(stored)} stored marks: a mark that moves the board, p99", Number(Stats.Percentile(counting, 99), "ms", 2));
        }

        return p50;
    }

    private static async Task<List<double>> SampleAsync(Func<Task> request, int samples)
    {
        for (var i = 0; i < samples / 4; i++)
        {
            await request();
        }

        var times = new List<double>(samples);
        for (var i = 0; i < samples; i++)
        {
            times.Add(await Clock.TimeAsync(request));
        }

        return times;
    }
}
