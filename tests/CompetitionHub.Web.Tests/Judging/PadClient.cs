using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Web.Tests.Judging;

/// <summary>Speaks to the server as a mark pad does, and says what any other client would.</summary>
internal static class PadClient
{
    public const string Commands = "/api/judging/commands";

    /// <summary>A valid mark of the first judge for one entry; tests change what they are about.</summary>
    public static JsonObject Mark(MarkingHall hall, int entry = 0, string value = "8.5", int basedOn = 0) => new()
    {
        ["id"] = Ids.New(TimeProvider.System),
        ["kind"] = "mark",
        ["contestId"] = hall.ContestId,
        ["entryId"] = hall.Entries[entry].Id,
        ["entryCode"] = hall.Entries[entry].Code,
        ["formKey"] = "f",
        ["aspectKey"] = "A1",
        ["seat"] = 1,
        ["state"] = "value",
        ["value"] = value,
        ["basedOn"] = basedOn,
        ["schemeVersion"] = 1,
        ["device"] = "0190a0a0-0000-7000-8000-000000000001",
    };

    public static string Request(MarkingHall hall, params JsonNode?[] commands) =>
        new JsonObject { ["judge"] = hall.Judges[0].AccountId, ["commands"] = new JsonArray(commands) }.ToJsonString();

    public static async Task<(HttpStatusCode Status, string Body)> PostAsync(
        this HttpClient client, string body, string contentType = "application/json", bool header = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Commands) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (header)
        {
            request.Headers.Add("X-Hub-Pad", "1");
        }

        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public static JsonElement Json(this string body) => JsonDocument.Parse(body).RootElement;
}
