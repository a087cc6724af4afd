using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CompetitionHub.Web.Tests.Hosting;

/// <summary>
/// Every endpoint that is mapped, whatever it is, as every role, with every method and seeded nonsense in address, headers and body: an answer
/// that blames the caller or does the job, never a failure of ours, never a trace of the code.
/// </summary>
public sealed partial class EndpointFuzzTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const int Seed = 20261121;

    private static readonly string[] Methods = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "GARBAGE"];

    private static readonly string[] Values =
    [
        "games", "welding", "f", "K01", "1", "0", "-1", "2147483648", "99999999999999999999", "1e5", "NaN", "true", "null", "", "%20", "%00", "%EF%BF%BF", "%ff%fe", "%E4%B8", "%F0%9F%92%A9",
        "..", "%2e%2e%2f", "%2F", "%5C", "a%0d%0aX-Evil:1", "%3Cscript%3Ealert(1)%3C/script%3E", "'%20or%201=1--", "%7B0%7D", "*", "@", ":", "%E7%84%8A%E5%B7%A5", "con", "a.b.c", "~", "+", ";x=y",
        "0190a0a0-0000-7000-8000-000000000001",
    ];

    private static readonly string[] Queries =
        ["page", "q", "seat", "contest", "panel", "show", "saved", "returnUrl", "upload", "done", "after", "action", "who", "from", "until", "subject", "state", "role", "level", "id", "sort", "version", "handler"];

    private static readonly string[] Accepts = ["text/html", "application/json", "text/event-stream", "*/*", "image/png;q=0.1", "garbage", "text/html;q=x"];

    private static readonly string[] Types =
    [
        "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "text/html; charset=nonsense", "application/json; charset=utf-7", "x",
    ];

    private static readonly string[] Headers =
        ["X-Hub-Pad", "Last-Event-ID", "If-None-Match", "If-Modified-Since", "Accept-Language", "Accept-Encoding", "Range", "Origin", "Referer", "X-Forwarded-For", "X-Forwarded-Proto", "X-HTTP-Method-Override", "Cookie"];

    private static readonly string[] Bodies =
    [
        "", "{", "{}", "[]", "null", "{\"judge\":1,\"commands\":null}", "{\"commands\":[{}]}", "_handler=sign-in", "_handler=password&__RequestVerificationToken=x", "Form.UserName=%ff&Form.Password=", "a=b&a=c&=&&",
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na\r\n--x--", "--x\r\nContent-Disposition", "\0\0\0", "<script>alert(1)</script>",
    ];

    /// <summary>How many requests for each endpoint and person; more by COMPETITIONHUB_FUZZ.</summary>
    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("COMPETITIONHUB_FUZZ"), CultureInfo.InvariantCulture, out var rounds) ? rounds : 3;

    [Fact]
    public async Task Endpoints_WithNonsense_NeverFailAndNeverShowTheirInside()
    {
        var patterns = hub.Endpoints().Where(e => !e.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor"))
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.InRange(patterns.Count, 40, 1_000);
        var problems = new List<string>();
        foreach (var who in Enum.GetValues<Who>())
        {
            var client = await hub.SignInAsAsync(who);
            foreach (var pattern in patterns)
            {
                // Of their own, so that one more endpoint changes nothing for the others.
                var random = new Random(Seed ^ Sum($"{who}{pattern}"));
                for (var round = 0; round < Rounds; round++)
                {
                    if (await TryAsync(client, pattern, random) is { } problem)
                    {
                        problems.Add($"{who}: {problem}");
                    }
                }
            }
        }

        Assert.True(problems.Count == 0, $"Seed {Seed}:\n{string.Join('\n', problems.Take(40))}");
    }

    private async Task<string?> TryAsync(HttpClient client, string pattern, Random random)
    {
        var (address, method) = (Address(pattern, random), Methods[random.Next(3) == 0 ? random.Next(Methods.Length) : random.Next(2)]);
        var headers = Enumerable.Range(0, random.Next(3)).Select(_ => (Headers[random.Next(Headers.Length)], Values[random.Next(Values.Length)]))
            .Append(("Accept", Accepts[random.Next(Accepts.Length)])).ToList();
        var body = random.Next(25) == 0 ? new byte[3 << 20] : Encoding.UTF8.GetBytes(Bodies[random.Next(Bodies.Length)]);
        var type = Types[random.Next(Types.Length)];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var again = false; ; again = true)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(
                hub.Address.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
            headers.ForEach(header => request.Headers.TryAddWithoutValidation(header.Item1, header.Item2));
            if (method is not ("GET" or "HEAD"))
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            try
            {
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
                var shown = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync(patience.Token);
                return (int)answer.StatusCode >= 500 ? $"{method} {address} ({pattern}): {(int)answer.StatusCode}"
                    : Trace().Match(shown) is { Success: true } trace ? $"{method} {address} ({pattern}): shows {trace.Value}"
                    : null;
            }
            catch (HttpRequestException) when (!again)
            {
                // The connection of the request before, whose body nobody wanted, was just closed.
            }
            catch (HttpRequestException) when (body.Length > 1000)
            {
                // It said no before everything was sent, and closed.
                return null;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                return $"{method} {address} ({pattern}) {string.Join(", ", headers)}, {type}: {e.GetType().Name} {e.Message}";
            }
        }
    }

    private static string Address(string pattern, Random random)
    {
        var path = Parameter().Replace(pattern, _ => random.Next(40) == 0 ? new string('x', 3_000) : Values[random.Next(3) > 0 ? random.Next(5) : random.Next(Values.Length)]);
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{Queries[random.Next(Queries.Length)]}={Values[random.Next(Values.Length)]}"));
        var language = random.Next(8) switch { 0 => "/en", 1 => "/zh", _ => "" };
        return language + path + (query.Length > 0 ? "?" + query : "");
    }

    // The same in every run, unlike GetHashCode.
    private static int Sum(string text) => text.Aggregate(17, (sum, letter) => unchecked((sum * 31) + letter));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\w+Exception\b|\.cs:line \d+|^\s+at [\w.]+\(", RegexOptions.Multiline)]
    private static partial Regex Trace();
}
