using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Benchmarks.Servers;

namespace CompetitionHub.Benchmarks.Load;

/// <summary>A signed-in judge on one connection, who sends commands as the mark pad does.</summary>
internal sealed partial class Judge : IDisposable
{
    private readonly HttpSocket socket;
    private readonly string head;
    private readonly string judgeId;

    private Judge(HttpSocket socket, string judgeId, string cookie)
    {
        this.socket = socket;
        this.judgeId = judgeId;
        head = $"POST /api/judging/commands HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Hub-Pad: 1\r\nAccept-Language: en\r\nCookie: {cookie}\r\nContent-Length: ";
    }

    /// <summary>The length of the last answer's body.</summary>
    public int AnswerBytes { get; private set; }

    public static async Task<Judge> SignInAsync(HubProcess hub, ScratchJudge judge)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(hub.Address) };
        using var page = await client.GetAsync("/sign-in");
        var fields = HiddenField().Matches(await page.Content.ReadAsStringAsync())
            .ToDictionary(m => m.Groups[1].Value, m => System.Net.WebUtility.HtmlDecode(m.Groups[2].Value));
        fields["Form.UserName"] = judge.UserName;
        fields["Form.Password"] = ScratchPlan.Password;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", Cookies(page));
        using var answer = await client.SendAsync(request);
        var cookie = Cookies(answer);
        if ((int)answer.StatusCode >= 400 || cookie.Length == 0)
        {
            throw new InvalidOperationException($"{judge.UserName} was not signed in: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        return await ConnectAsync(hub.Port, judge.AccountId, cookie);
    }

    /// <summary>The same client for a server that asks nobody who they are.</summary>
    public static async Task<Judge> ConnectAsync(int port, string judgeId, string cookie = "session=0123456789abcdef0123456789abcdef")
    {
        var socket = new HttpSocket(port);
        await socket.ConnectAsync();
        return new(socket, judgeId, cookie);
    }

    /// <summary>Sends commands in one request; true when it was answered with 200.</summary>
    public async Task<ReadOnlyMemory<byte>> SendAsync(IEnumerable<string> commands)
    {
        var body = $$"""{"judge":"{{judgeId}}","commands":[{{string.Join(',', commands)}}]}""";
        var request = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head}{Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));
        var (status, answer) = await socket.SendAsync(request);
        AnswerBytes = answer.Length;
        return status == 200 ? answer : throw new InvalidOperationException($"{status}: {Encoding.UTF8.GetString(answer.Span)}");
    }

    /// <summary>Sends commands and fails unless every one was saved.</summary>
    public async Task SaveAsync(IReadOnlyCollection<string> commands)
    {
        var answer = await SendAsync(commands);
        if (Count(answer.Span, "\"outcome\":\"saved\""u8) != commands.Count)
        {
            throw new InvalidOperationException("Not everything was saved: " + Encoding.UTF8.GetString(answer.Span));
        }
    }

    public void Dispose() => socket.Dispose();

    private static int Count(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part)
    {
        var count = 0;
        for (int at; (at = text.IndexOf(part)) >= 0; text = text[(at + part.Length)..])
        {
            count++;
        }

        return count;
    }

    private static string Cookies(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0]).Where(c => !c.EndsWith('='))) : "";

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" */?>""")]
    private static partial Regex HiddenField();
}
