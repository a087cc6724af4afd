using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.BrowserTests.Judging;

/// <summary>
/// A judge whose device behaves as the pad does, without a screen: sends commands in order, keeps them until they are answered and sends the
/// very same ones again after a broken connection. Marks every entry, hands sheets in, corrects and reopens them, round and round.
/// </summary>
internal sealed partial class StubbornJudge : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly MarkingHall hall;
    private readonly IReadOnlyList<(string Id, string Code)> entries;
    private readonly Actor actor;
    private readonly int seat;
    private readonly Random random;
    private readonly string device = Guid.CreateVersion7().ToString("D");
    private readonly IReadOnlyList<string> aspects;
    private readonly Dictionary<(string Entry, string Aspect), int> versions = [];
    private readonly Dictionary<string, (int Version, bool Submitted)> sheets = [];
    private readonly HttpClient client;

    /// <summary>The judge of a seat, at an address; marks these entries only, or (null) all.</summary>
    public StubbornJudge(MarkingHall hall, Uri address, int seat, int seed, IReadOnlyList<(string Id, string Code)>? entries = null)
    {
        this.hall = hall;
        this.seat = seat;
        this.entries = entries ?? hall.Entries;
        actor = hall.Judges[seat - 1];
        aspects = [.. hall.Scheme.FindForm("f")!.Aspects.Select(a => a.Key)];
        random = new Random(seed);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Add("X-Hub-Pad", "1");
    }

    public ConcurrentBag<Acknowledged> Saved { get; } = [];

    /// <summary>How often a request had to be sent again.</summary>
    public int Resent { get; private set; }

    public async Task SignInAsync()
    {
        var page = await client.GetStringAsync("/sign-in");
        var fields = HiddenField().Matches(page).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        fields["Form.UserName"] = actor.UserName;
        fields["Form.Password"] = PadHall.Password;
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Marks until told to stop; what was sent is carried through to its answer first.</summary>
    public async Task MarkAsync(CancellationToken stop)
    {
        while (true)
        {
            foreach (var (entryId, code) in entries)
            {
                foreach (var part in aspects.Chunk(random.Next(1, 5)))
                {
                    if (stop.IsCancellationRequested)
                    {
                        return;
                    }

                    await SendAsync([.. part.Select(aspect => Mark(entryId, code, aspect))]);
                }

                await HandInOrReopenAsync(entryId, code);
            }
        }
    }

    public void Dispose() => client.Dispose();

    private async Task HandInOrReopenAsync(string entryId, string code)
    {
        var (version, submitted) = sheets.GetValueOrDefault(entryId);
        if (!submitted)
        {
            var seen = new JsonObject([.. aspects.Select(a => KeyValuePair.Create(a, (JsonNode?)versions[(entryId, a)]))]);
            await SendAsync([Command("submit", entryId, code, version, ("seen", seen))]);
            sheets[entryId] = (version + 1, true);
        }
        else if (random.Next(4) == 0)
        {
            await SendAsync([Command("reopen", entryId, code, version, ("reason", "again"))]);
            sheets[entryId] = (version + 1, false);
        }
    }

    private JsonObject Mark(string entryId, string code, string aspect)
    {
        var basedOn = versions.GetValueOrDefault((entryId, aspect));
        versions[(entryId, aspect)] = basedOn + 1;
        var value = (random.Next(21) * 0.5m).ToString("0.#", CultureInfo.InvariantCulture);
        var mark = Command("mark", entryId, code, basedOn, ("aspectKey", aspect), ("state", "value"), ("value", value));
        if (sheets.GetValueOrDefault(entryId).Submitted)
        {
            mark["reason"] = "misread";
        }

        return mark;
    }

    private JsonObject Command(string kind, string entryId, string code, int basedOn, params (string Name, JsonNode? Value)[] more)
    {
        var command = new JsonObject
        {
            ["id"] = Guid.CreateVersion7().ToString("D"), ["kind"] = kind, ["contestId"] = hall.ContestId, ["entryId"] = entryId, ["entryCode"] = code,
            ["device"] = device, ["formKey"] = "f", ["seat"] = seat, ["basedOn"] = basedOn, ["schemeVersion"] = 1,
        };
        foreach (var (name, value) in more)
        {
            command[name] = value;
        }

        return command;
    }

    private async Task SendAsync(IReadOnlyList<JsonObject> commands)
    {
        var body = new JsonObject { ["judge"] = actor.AccountId, ["commands"] = new JsonArray([.. commands]) };
        while (true)
        {
            if (await TrySendAsync(body) is { } answer)
            {
                Note(commands, answer);
                await Task.Delay(random.Next(4));
                return;
            }

            Resent++;
            await Task.Delay(Pause);
        }
    }

    /// <summary>Null while nobody answers, or only half an answer came.</summary>
    private async Task<JsonElement?> TrySendAsync(JsonObject body)
    {
        try
        {
            using var answer = await client.PostAsJsonAsync("/api/judging/commands", body);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return null;
            }

            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    private void Note(IReadOnlyList<JsonObject> commands, JsonElement answer)
    {
        var answers = answer.GetProperty("answers").EnumerateArray().ToDictionary(a => a.GetProperty("id").GetString()!);
        foreach (var command in commands)
        {
            var id = command["id"]!.GetValue<string>();
            Assert.True(answers[id].GetProperty("outcome").GetString() == "saved", $"{command.ToJsonString()} was answered with {answers[id]}");
            Saved.Add(new(device, id, command["kind"]!.GetValue<string>(), command["entryId"]!.GetValue<string>(), command["aspectKey"]?.GetValue<string>() ?? "", seat,
                command["basedOn"]!.GetValue<int>() + 1, command["value"]?.GetValue<string>() ?? ""));
        }
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" */?>""")]
    private static partial Regex HiddenField();
}
