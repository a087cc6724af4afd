using System.Text;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Competitions;

/// <summary>Once marks exist a table cannot be saved: it becomes the proposal of a new version.</summary>
public sealed class SchemeTableFrozenTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const string Page = "/manage/games/contests/welding/table";

    [Fact]
    public async Task Upload_OnceMarksExist_LeadsToTheDryRunInsteadOfSaving()
    {
        await hub.Hall.RunAsync("update schemes set frozen_at = 1 where contest_id = @ContestId", new { hub.Hall.ContestId });
        var client = await hub.SignInAsAsync(Who.Organiser);
        var changed = (await client.GetStringAsync(Page + "/scheme.csv")).Replace("名A1", "又一名称", StringComparison.Ordinal);

        var text = await client.ReadAsync(await client.UploadAsync(Page, "scheme.csv", Encoding.UTF8.GetBytes(changed)));

        Assert.Contains("已有评分：继续试算影响", text, StringComparison.Ordinal);
        Assert.Contains("/manage/games/contests/welding?upload=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"save\"", text, StringComparison.Ordinal);
    }
}
