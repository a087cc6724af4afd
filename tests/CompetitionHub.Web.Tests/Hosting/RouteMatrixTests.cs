using System.Net;
using Microsoft.AspNetCore.Routing;

namespace CompetitionHub.Web.Tests.Hosting;

/// <summary>Every route × every role, enumerated from the running application: an endpoint without an expectation fails the test.</summary>
public sealed class RouteMatrixTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private static readonly Who[] People = Enum.GetValues<Who>();

    [Fact]
    public void Endpoints_Each_HasAnExpectation()
    {
        var known = RouteExpectations.All.Select(e => e.Key).ToHashSet();
        var missing = hub.Endpoints().Select(KeyOf).Where(k => k is not null && !known.Contains(k)).Distinct().Order().ToList();
        Assert.True(missing.Count == 0, "Say in RouteExpectations who may use:\n" + string.Join('\n', missing));
    }

    [Fact]
    public void Expectations_Each_BelongsToAnEndpoint()
    {
        var keys = hub.Endpoints().Select(KeyOf).ToHashSet();
        Assert.All(RouteExpectations.All, e => Assert.Contains(e.Key, keys));
    }

    [Fact]
    public async Task Routes_ForEveryRole_AnswerAsExpected()
    {
        var wrong = new List<string>();
        foreach (var expectation in RouteExpectations.All)
        {
            foreach (var who in People)
            {
                var client = await hub.SignInAsAsync(who);
                var (status, location) = await TryAsync(client, expectation);
                if (expectation.Judge(who, status, location) is { } problem)
                {
                    wrong.Add($"{expectation.Key} as {who}: {problem}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>"METHOD pattern", null for the parts of the framework that serve files or only match after everything else.</summary>
    private static string? KeyOf(RouteEndpoint endpoint)
    {
        var pattern = "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        if (endpoint.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor"))
        {
            return null;
        }

        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        var method = methods.Count == 0 || methods.Contains("GET") ? "GET" : methods[0];
        return $"{method} {pattern}";
    }

    private static async Task<(HttpStatusCode Status, string Location)> TryAsync(HttpClient client, RouteExpectation expectation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(expectation.Method), expectation.Address);
        request.Headers.Accept.ParseAdd(expectation.Page ? "text/html" : "application/json");
        if (expectation.Method == "POST")
        {
            request.Content = new StringContent(expectation.Body ?? "", System.Text.Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in expectation.Headers)
        {
            request.Headers.Add(name, value);
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString ?? "");
    }
}
