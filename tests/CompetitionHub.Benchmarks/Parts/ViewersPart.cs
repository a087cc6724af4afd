using System.Diagnostics;
using CompetitionHub.Benchmarks.Load;
using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Benchmarks.Servers;
using static CompetitionHub.Benchmarks.Report.Section;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>Thousands of viewers of one board that moves once a second.</summary>
internal static class ViewersPart
{
    private const int ViewerCount = 5_000;
    private const int Revisions = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Section> RunAsync()
    {
        var plan = new ScratchPlan(1, 60, 5, 10, Marked: 60);
        using var scratch = await (await ScratchHub.CreateAsync(plan)).WithBoardsAsync();
        using var hub = await HubProcess.StartAsync(scratch.Folder);
        var contest = scratch.Contests[0];
        using var judge = await Judge.SignInAsync(hub, contest.Judges[0]);
        var sheets = new Sheets(contest, contest.Judges[0], plan);
        var path = $"/c/{ScratchPlan.Competition}/{contest.Slug}/events";
        await WarmUpAsync(hub, path, judge, sheets);

        var before = hub.ResidentBytes();
        using var viewers = await Viewers.ConnectAsync(ViewerCount, hub.Port, path);
        await viewers.WaitAsync(Stopwatch.GetTimestamp(), Patience);
        var connected = hub.ResidentBytes();
        var (all, last, bytes) = await MeasureAsync(viewers, () => judge.SaveAsync([sheets.NextCorrection()]));
        var after = hub.ResidentBytes();

        var frame = (int)(bytes / ViewerCount);
        var (bareAll, bareLast) = await BareAsync(frame);
        var section = new Section("Event-stream viewers",
            $"{Number(ViewerCount)} connections to one board of 60 entries; a judge changes a counting mark once a second, {Revisions} times. Time runs from before the judge's request is sent: durable commit, new standings, new frame and delivery are all in it. Each viewer gets {Number(frame)} bytes per revision. The limit is a loop of blocking socket writes of as many bytes in a process that does nothing else, read by the same client.");
        var worst = last.Max();
        section.Add("until the last viewer has the revision (median of the revisions)", Number(Stats.Median(last), "ms"), $"bare socket loop: {Number(Stats.Median(bareLast), "ms")}",
            Number(Stats.Median(bareLast) / Stats.Median(last), "", 2), "< 1,000 ms", Stats.Median(last) < 1000);
        section.Add("until the last viewer has the revision (worst revision)", Number(worst, "ms"), Number(bareLast.Max(), "ms"), "", "< 1,000 ms", worst < 1000);
        section.Add("all viewers and revisions, p50", Number(Stats.Percentile(all, 50), "ms"), Number(Stats.Percentile(bareAll, 50), "ms"));
        section.Add("all viewers and revisions, p99", Number(Stats.Percentile(all, 99), "ms"), Number(Stats.Percentile(bareAll, 99), "ms"));
        var each = (Math.Max(connected, after) - before) / 1024d / ViewerCount;
        section.Add("server memory per viewer (resident, the higher of connected and after the last revision)", Number(each, "KB", 1), "", "", "≤ 20 KB", each <= 20);
        section.Note($"Resident memory of the server: {Number(before / 1048576d, "MB")} before, {Number(connected / 1048576d, "MB")} with all viewers connected, {Number(after / 1048576d, "MB")} after the last revision.");
        return section;
    }

    private static async Task WarmUpAsync(HubProcess hub, string path, Judge judge, Sheets sheets)
    {
        using var few = await Viewers.ConnectAsync(50, hub.Port, path);
        await few.WaitAsync(Stopwatch.GetTimestamp(), Patience);
        for (var i = 0; i < 20; i++)
        {
            await judge.SaveAsync([sheets.NextCorrection()]);
            await Task.Delay(300);
        }
    }

    private static async Task<(List<double> All, List<double> Last, double Bytes)> MeasureAsync(Viewers viewers, Func<Task> change)
    {
        var (all, last) = (new List<double>(), new List<double>());
        var bytes = 0d;
        await Task.Delay(1000);
        for (var i = 0; i < Revisions; i++)
        {
            viewers.Begin();
            var start = Stopwatch.GetTimestamp();
            await change();
            var times = await viewers.WaitAsync(start, Patience);
            all.AddRange(times);
            last.Add(times.Max());
            bytes += viewers.Received / (double)Revisions;
            if (TimeSpan.FromSeconds(1) - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest);
            }
        }

        return (all, last, bytes);
    }

    private static async Task<(List<double> All, List<double> Last)> BareAsync(int frame)
    {
        var port = ChildProcess.FreePort();
        using var server = await BareStream.StartAsync(port, frame);
        using var viewers = await Viewers.ConnectAsync(ViewerCount, port, "/");
        using var control = new HttpSocket(port);
        await control.ConnectAsync();
        var (all, last, _) = await MeasureAsync(viewers, () => control.PushAsync());
        return (all, last);
    }
}
