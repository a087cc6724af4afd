using CompetitionHub.Benchmarks.Load;
using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Benchmarks.Servers;
using static CompetitionHub.Benchmarks.Report.Section;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>The cached board page against nginx that serves the same bytes with the same headers.</summary>
internal static class BoardPart
{
    private const int Connections = 64;
    private const int Seconds = 4;
    private const int Rounds = 5;

    public static async Task<Section> RunAsync()
    {
        using var scratch = await (await ScratchHub.CreateAsync(new(1, 60, 5, 10, Marked: 60))).WithBoardsAsync();
        using var hub = await HubProcess.StartAsync(scratch.Folder);
        var path = $"/c/{ScratchPlan.Competition}/{scratch.Contests[0].Slug}";
        var (body, contentType, headers) = await FetchAsync(hub.Address + path);
        var file = Path.Combine(scratch.Folder, "page.bin");
        await File.WriteAllBytesAsync(file, body);

        var (nginxPort, barePort) = (ChildProcess.FreePort(), ChildProcess.FreePort());
        using var nginx = await Nginx.StartAsync(Path.Combine(scratch.Folder, "nginx"), nginxPort, body, contentType, headers);
        using var bare = await BareKestrel.StartAsync(barePort, 0, file);

        var section = new Section("Cached board page",
            $"A board of 60 entries, {Number(body.Length)} bytes of gzip, with the same response headers from both; wrk with one thread and {Connections} keep-alive connections, {Seconds} s each, in turn, medians of {Rounds} rounds. nginx serves the bytes from a file with an open-file cache; \"bare Kestrel\" is an endpoint that writes an array.");
        var (product, limit, kestrel) = (new List<double>(), new List<double>(), new List<double>());
        await LoadAsync(hub.Address + path, 2);
        for (var round = 0; round < Rounds; round++)
        {
            product.Add(await LoadAsync(hub.Address + path));
            limit.Add(await LoadAsync($"http://127.0.0.1:{nginxPort}/"));
            kestrel.Add(await LoadAsync($"http://127.0.0.1:{barePort}/page"));
        }

        var ratio = Stats.Median(product) / Stats.Median(limit);
        section.Add("board page", Number(Stats.Median(product), "requests/s"), $"nginx: {Number(Stats.Median(limit), "requests/s")}", Number(ratio, "", 2), "≥ 0.9", ratio >= 0.9);
        section.Add("the same beside Kestrel doing nothing else", Number(Stats.Median(product), "requests/s"), $"bare Kestrel: {Number(Stats.Median(kestrel), "requests/s")}",
            Number(Stats.Median(product) / Stats.Median(kestrel), "", 2));
        return section;
    }

    private static Task<double> LoadAsync(string url, int seconds = Seconds) =>
        Wrk.RunAsync(url, Connections, seconds, "Accept-Encoding: gzip", "Accept-Language: zh-CN");

    private static async Task<(byte[] Body, string ContentType, IReadOnlyList<KeyValuePair<string, string>> Headers)> FetchAsync(string url)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        client.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        using var answer = (await client.GetAsync(url)).EnsureSuccessStatusCode();
        var headers = answer.Headers.Concat(answer.Content.Headers).SelectMany(h => h.Value.Select(v => KeyValuePair.Create(h.Key, v))).ToList();
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType!.ToString(), headers);
    }
}
