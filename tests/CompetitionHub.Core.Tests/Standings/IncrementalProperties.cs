using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Tests.Judging;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Standings;

/// <summary>
/// Whatever happens in whatever order (marks given, replaced and cleared, sheets handed in and opened again, entries that leave and return, decisions, freezes): the rows that follow
/// step by step are the rows that a rebuild makes of the marks. Generated contests over all rules, rows written directly, the projector told as the use cases tell it.
/// </summary>
public sealed class IncrementalProperties
{
    private const int Contests = 12;
    private const int Steps = 25;

    [Theory, EachDatabase]
    public async Task Rows_AfterEveryStep_AreWhatARebuildMakes(DatabaseKind kind)
    {
        var moved = 0;
        foreach (var seed in Enumerable.Range(1, Contests))
        {
            var contest = RandomContest.Of(seed);
            await using var hall = await JudgingHall.OpenAsync(kind, contest.Scheme, Math.Max(2, contest.Entries.Count));
            var steps = new Walk(hall, contest, new Random(seed));
            await RebuildAsync(hall);
            for (var step = 1; step <= Steps; step++)
            {
                var before = await RowsAsync(hall);
                var what = await steps.NextAsync(step);
                var followed = await RowsAsync(hall);
                await hall.Hall.RunAsync("delete from standing_rows");
                await RebuildAsync(hall);
                var rebuilt = await RowsAsync(hall);

                Assert.True(followed.SequenceEqual(rebuilt), $"seed {seed}, step {step}: {what}\n{string.Join('\n', followed.Except(rebuilt))}\nrebuilt\n{string.Join('\n', rebuilt.Except(followed))}");
                moved += followed.SequenceEqual(before) ? 0 : 1;
            }
        }
        Assert.True(moved > Contests * Steps / 3, $"only {moved} steps changed a row");
    }

    private static async Task RebuildAsync(JudgingHall hall) =>
        Assert.True((await hall.Data.Get<BoardService>().RebuildAsync(hall.Hall.Organiser, hall.Hall.ContestId)).Succeeded);

    private static async Task<string[]> RowsAsync(JudgingHall hall) => [.. (await hall.Data.Database.ReadAsync(session =>
        session.QueryAsync<string>("select audience || ' ' || entry_id || ' ' || summary from standing_rows"))).Order(StringComparer.Ordinal)];

    private sealed class Walk(JudgingHall hall, RandomContest contest, Random random)
    {
        private const string InsertMark = """
            insert into marks (contest_id, entry_id, form_key, aspect_key, seat, version, state, value, scheme_version, command_id, judge_id, entered_by, device, reason, entered_at)
            values (@ContestId, @entryId, @form, @AspectKey, @Seat, @version, @state, @value, 1, @command, 'j', 'j', 'd', null, @now)
            """;

        private const string InsertSheet = """
            insert into mark_sheets (contest_id, entry_id, form_key, seat, version, state, command_id, judge_id, entered_by, device, reason, entered_at)
            values (@ContestId, @entryId, @form, @seat, @version, @state, @command, 'j', 'j', 'd', null, @now)
            """;

        private readonly CountedMark[] marks = [.. contest.Entries.SelectMany(entry => entry.Marks)];
        private readonly Dictionary<string, string> forms = contest.Scheme.AllForms().SelectMany(form => form.Aspects.Select(aspect => (aspect.Key, Form: form.Key))).ToDictionary(row => row.Key, row => row.Form);
        private readonly StandingsProjector projector = hall.Data.Get<StandingsProjector>();
        private bool frozen;

        public async Task<string> NextAsync(int step)
        {
            hall.Data.Time.Advance(TimeSpan.FromSeconds(random.Next(3)));
            var (entryId, code) = hall.Hall.Entries[random.Next(hall.Hall.Entries.Count)];
            switch (random.Next(20))
            {
                case 0:
                    frozen = !frozen;
                    var boards = hall.Data.Get<BoardService>();
                    Assert.True((frozen ? await boards.FreezeAsync(hall.Hall.Chief, hall.Hall.ContestId) : await boards.UnfreezeAsync(hall.Hall.Chief, hall.Hall.ContestId)).Succeeded);
                    return frozen ? "frozen" : "unfrozen";
                case 1:
                    var status = random.Next(2) == 0 ? "active" : "withdrawn";
                    await ChangeAsync(entryId, async session =>
                    {
                        await session.ExecuteAsync("update entries set status = @status where id = @entryId", new { status, entryId });
                        await session.ExecuteAsync("insert into entry_states (entry_id, version, status, reason, changed_by, changed_at) values (@entryId, @step, @status, null, 'j', @now)", new { entryId, step, status, now = Now });
                    });
                    return $"{code} {status}";
                case 2:
                    var order = hall.Hall.Entries.Select(entry => entry.Code).ToArray();
                    random.Shuffle(order);
                    await ChangeAsync(null, session => RankDecisionRepository.AddAsync(
                        session, hall.Hall.ContestId, new(new(RankDecisionKind.Committee, order, null, "x"), "j", hall.Data.Time.GetUtcNow())));
                    return $"decided {string.Join(' ', order)}";
                case 3 or 4 or 5:
                    await ChangeAsync(entryId, session => SheetsAsync(session, entryId, step, random.Next(4) == 0 ? "reopened" : "submitted"));
                    return $"sheets of {code}";
                case 6:
                    await ChangeAsync(entryId, session => MarkAsync(session, entryId, marks[random.Next(marks.Length)] with { State = MarkState.Cleared, Value = null }, step));
                    return $"a mark of {code} cleared";
                default:
                    // All marks of an entry at once, as an import brings them, or one.
                    var given = random.Next(3) == 0 ? contest.Entries[random.Next(contest.Entries.Count)].Marks : marks.Skip(random.Next(marks.Length)).Take(1);
                    await ChangeAsync(entryId, async session =>
                    {
                        foreach (var mark in given)
                            await MarkAsync(session, entryId, mark, step);
                    });
                    return $"marks of {code}";
            }
        }

        private long Now => hall.Data.Time.GetUtcNow().ToUnixTimeMilliseconds();

        private Task<Result> ChangeAsync(string? entryId, Func<DbSession, Task> change) => hall.Data.Database.InTransactionAsync(async session =>
        {
            await change(session);
            if (entryId is null)
                projector.ContestChanged(session, hall.Hall.ContestId);
            else
                projector.EntryChanged(session, hall.Hall.ContestId, entryId);
            return Result.Success();
        });

        private Task MarkAsync(DbSession session, string entryId, CountedMark mark, int version) => session.ExecuteAsync(InsertMark, new
        {
            hall.Hall.ContestId, entryId, form = forms[mark.AspectKey], mark.AspectKey, mark.Seat, version,
            state = MarkStates.Code(mark.State), value = mark.Value?.Millionths, command = Ids.New(hall.Data.Time), now = Now,
        });

        private async Task SheetsAsync(DbSession session, string entryId, int version, string state)
        {
            foreach (var form in contest.Scheme.AllForms())
            {
                for (var seat = 1; seat <= form.Judges; seat++)
                    await session.ExecuteAsync(InsertSheet, new { hall.Hall.ContestId, entryId, form = form.Key, seat, version, state, command = Ids.New(hall.Data.Time), now = Now });
            }
        }
    }
}
