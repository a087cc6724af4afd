using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Web.Features.Judging;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Judging;

public sealed class PadEndpointTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task Commands_OfAJudge_AreSavedAndAnsweredAlike_HoweverOftenTheyCome()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        var request = PadClient.Request(hub.Hall, PadClient.Mark(hub.Hall));
        var (status, first) = await judge.PostAsync(request);
        Assert.Equal(HttpStatusCode.OK, status);
        var answer = first.Json().GetProperty("answers")[0];
        Assert.Equal("saved", answer.GetProperty("outcome").GetString());
        Assert.Equal("8.5", answer.GetProperty("stored").GetProperty("value").GetString());
        Assert.Equal((HttpStatusCode.OK, first), await judge.PostAsync(request));

        var (_, conflict) = await judge.PostAsync(PadClient.Request(hub.Hall, PadClient.Mark(hub.Hall, value: "9")));
        Assert.Equal("conflict", conflict.Json().GetProperty("answers")[0].GetProperty("outcome").GetString());
        Assert.Equal("8.5", conflict.Json().GetProperty("answers")[0].GetProperty("stored").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Commands_FromAnythingElseThanAPad_AreRefused()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        var request = PadClient.Request(hub.Hall, PadClient.Mark(hub.Hall, entry: 1));
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.PostAsync(request, header: false)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.PostAsync(request, contentType: "text/plain")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.PostAsync(request, contentType: "application/x-www-form-urlencoded")).Status);
        using var stranger = hub.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(request)).Status);
    }

    [Theory]
    [InlineData(SchemeRules.MostAspects, true)]
    [InlineData(SchemeRules.MostAspects + 1, false)]
    public void Commands_HandingInTheLargestSheet_AreRead(int aspects, bool read)
    {
        var submit = PadClient.Mark(hub.Hall);
        submit["kind"] = "submit";
        submit["seen"] = new JsonObject(Enumerable.Range(0, aspects).Select(n => KeyValuePair.Create($"{n:0000}-{new string('k', 50)}", (JsonNode?)1)));
        var request = Encoding.UTF8.GetBytes(PadClient.Request(hub.Hall, submit));
        Assert.InRange(request.Length, 100_000, PadCommands.MostBytes);
        Assert.Equal(read, PadCommands.Read(request).Succeeded);
    }

    [Fact]
    public async Task Commands_OfAnotherJudgesOutbox_AreNotTaken()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        var request = PadClient.Request(hub.Hall, PadClient.Mark(hub.Hall, entry: 1)).Replace(hub.Hall.Judges[0].AccountId, hub.Hall.Judges[1].AccountId, StringComparison.Ordinal);
        var (status, body) = await judge.PostAsync(request);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("Judging.OtherJudge", body.Json().GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("zh", "未作任何更改")]
    [InlineData("en", "Nothing was changed")]
    public async Task Commands_ThatCannotBeRead_AreExplainedInTheReadersLanguage(string language, string sentence)
    {
        using var judge = hub.Stranger();
        using (await judge.SignInAsync(hub.NameOf(Who.Judge), RunningHub.Password))
        using (await judge.OpenAsync($"/{language}/judge"))
        {
            // The prefix has chosen the language for this device.
        }

        var mark = PadClient.Mark(hub.Hall, entry: 1);
        mark["seat"] = "one";
        var (status, body) = await judge.PostAsync(PadClient.Request(hub.Hall, PadClient.Mark(hub.Hall, entry: 1), mark));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("$.commands[1].seat", body, StringComparison.Ordinal);
        Assert.Contains(sentence, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_TooManyOrTooLarge_AreRefusedWhole()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        var many = Enumerable.Range(0, PadCommands.MostCommands + 1).Select(_ => (JsonNode?)PadClient.Mark(hub.Hall, entry: 1)).ToArray();
        Assert.Equal(HttpStatusCode.BadRequest, (await judge.PostAsync(PadClient.Request(hub.Hall, many))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await judge.PostAsync(new string(' ', PadCommands.MostBytes) + PadClient.Request(hub.Hall))).Status);
        Assert.Equal(0, await hub.Hall.ScalarAsync<long>("select count(*) from marks where entry_id = @Id", new { hub.Hall.Entries[1].Id }));
    }

    [Fact]
    public async Task State_NamesEntriesByCodeOnly()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        var state = await judge.GetStringAsync("/api/judging/games/welding/f");
        Assert.Equal(["K01", "K02", "K03"], state.Json().GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("code").GetString()));
        Assert.Equal("0.5", state.Json().GetProperty("aspects")[0].GetProperty("step").GetString());
        Assert.DoesNotContain("张三", state, StringComparison.Ordinal);
        Assert.DoesNotContain("Zhang", state, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PadPage_IsSmallAndNeedsNoCircuit()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        using var answer = await judge.OpenAsync("/judge/games/welding/f");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("js/pad/pad", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
        var total = page.Length;
        foreach (var file in new[]
        {
            "tokens.css", "app.css", "pad.css", "js/pad/pad.js", "js/pad/bar.js", "js/pad/dialogs.js", "js/pad/dom.js", "js/pad/entry.js", "js/pad/field.js",
            "js/pad/ids.js", "js/pad/keyboard.js", "js/pad/list.js", "js/pad/model.js", "js/pad/outbox.js", "js/pad/scores.js", "js/pad/sender.js", "js/pad/store.js",
        })
        {
            total += (await judge.GetByteArrayAsync("/" + file)).Length;
        }

        Assert.InRange(total, 1, 100_000);
    }

    [Theory]
    [InlineData("/judge/games/welding/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/judge/games/nowhere/f", HttpStatusCode.NotFound)]
    [InlineData("/judge/games/welding/f?seat=2", HttpStatusCode.Forbidden)]
    [InlineData("/judge/games/welding/f?seat=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("/judge/games/welding/%00", HttpStatusCode.BadRequest)]
    [InlineData("/judge/games/welding/f?seat=-1", HttpStatusCode.NotFound)]
    public async Task PadPage_OfNothing_AnswersWithAPage(string address, HttpStatusCode expected)
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        using var answer = await judge.OpenAsync(address);
        Assert.Equal(expected, answer.StatusCode);
    }
}
