using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Live;

/// <summary>Short ways to move the board of the running hub.</summary>
internal static class BoardMarks
{
    public const string Path = "/c/games/welding";

    /// <summary>Judge 1 marks and submits everything of a new entry; gives its code.</summary>
    public static async Task<string> NewMarkedEntryAsync(this RunningHub hub, string points, string nameZh = "李四", string nameEn = "Li Si")
    {
        var (id, code) = (Ids.New(TimeProvider.System), Core.Registration.EntryCodes.NewCode());
        await hub.Hall.RunAsync(
            """
            insert into entries (id, competition_id, contest_id, delegation_id, import_id, code, name_zh, name_en, members, status, status_reason, created_at)
            values (@id, @CompetitionId, @ContestId, null, null, @code, @nameZh, @nameEn, '[]', 'active', null, @now)
            """, new { id, hub.Hall.CompetitionId, hub.Hall.ContestId, code, nameZh, nameEn, now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() });
        await hub.SubmitAsync(id, code, points);
        return code;
    }

    public static async Task SubmitAsync(this RunningHub hub, string entryId, string code, string points)
    {
        JudgingCommand[] commands =
        [
            Mark("A1", points), Mark("M1", "10"), Mark("D1", "0"), Mark("B1", "1"),
            new SubmitSheet
            {
                Id = Ids.New(TimeProvider.System), ContestId = hub.Hall.ContestId, EntryId = entryId, EntryCode = code, FormKey = "f", Seat = 1, BasedOn = 0, SchemeVersion = 1,
                Device = "test", Seen = new Dictionary<string, int> { ["A1"] = 1, ["M1"] = 1, ["D1"] = 1, ["B1"] = 1 },
            },
        ];
        var answers = await hub.Get<JudgingService>().HandleAsync(hub.Hall.Judges[0], commands);
        Assert.All(answers, answer => Assert.Equal((CommandOutcome.Saved, null), (answer.Outcome, answer.Error)));

        EnterMark Mark(string aspect, string value) => new()
        {
            Id = Ids.New(TimeProvider.System), ContestId = hub.Hall.ContestId, EntryId = entryId, EntryCode = code, FormKey = "f", AspectKey = aspect, Seat = 1,
            State = MarkState.Value, Value = ScoreText.Parse(value).Value, BasedOn = 0, SchemeVersion = 1, Device = "test",
        };
    }
}
