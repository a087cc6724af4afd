using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Judging;

/// <summary>A marking hall with the services of marking, and short ways to write commands.</summary>
internal sealed class JudgingHall : IAsyncDisposable
{
    private JudgingHall(TestDatabase data, MarkingHall hall)
    {
        Data = data;
        Hall = hall;
    }

    public TestDatabase Data { get; }
    public MarkingHall Hall { get; }
    public Actor Li => Hall.Judges[0];
    public Actor Wang => Hall.Judges[1];
    public JudgingService Service => Data.Get<JudgingService>();
    public JudgingQueries Queries => Data.Get<JudgingQueries>();

    public static async Task<JudgingHall> OpenAsync(DatabaseKind kind, MarkingScheme? scheme = null, int entries = 3)
    {
        var data = await TestDatabase.CreateAsync(kind, services => services.AddCompetitions().AddRegistration().AddLive().AddStandings().AddJudging());
        return new JudgingHall(data, await MarkingHall.OpenAsync(() => data.Database, data.Time, scheme, entries));
    }

    public EnterMark Mark(string aspect, string? value, int entry = 0, int seat = 1, int basedOn = 0, MarkState state = MarkState.Value, string form = "f") => new()
    {
        Id = Ids.New(Data.Time),
        ContestId = Hall.ContestId,
        EntryId = Hall.Entries[entry].Id,
        EntryCode = Hall.Entries[entry].Code,
        FormKey = form,
        AspectKey = aspect,
        Seat = seat,
        State = state,
        Value = value is null ? null : ScoreText.Parse(value).Value,
        BasedOn = basedOn,
        SchemeVersion = 1,
        Device = "device-1",
    };

    public SubmitSheet Submit(int entry = 0, int seat = 1, int basedOn = 0, params string[] seen) => new()
    {
        Id = Ids.New(Data.Time),
        ContestId = Hall.ContestId,
        EntryId = Hall.Entries[entry].Id,
        EntryCode = Hall.Entries[entry].Code,
        FormKey = "f",
        Seat = seat,
        BasedOn = basedOn,
        SchemeVersion = 1,
        Device = "device-1",
        Seen = (seen.Length == 0 ? seat == 1 ? ["A1", "M1", "D1", "B1"] : ["A1"] : seen).ToDictionary(key => key, _ => 1),
    };

    public ReopenSheet Reopen(int entry = 0, int seat = 1, int basedOn = 1) => new()
    {
        Id = Ids.New(Data.Time),
        ContestId = Hall.ContestId,
        EntryId = Hall.Entries[entry].Id,
        EntryCode = Hall.Entries[entry].Code,
        FormKey = "f",
        Seat = seat,
        BasedOn = basedOn,
        SchemeVersion = 1,
        Device = "device-1",
    };

    public SetEntryStatus Status(EntryStatus from, EntryStatus to, string? reason = null, int entry = 0) => new()
    {
        Id = Ids.New(Data.Time),
        ContestId = Hall.ContestId,
        EntryId = Hall.Entries[entry].Id,
        EntryCode = Hall.Entries[entry].Code,
        Device = "device-1",
        From = from,
        To = to,
        Reason = reason,
    };

    /// <summary>All four marks of seat 1 for an entry.</summary>
    public IReadOnlyList<JudgingCommand> FullSheet(int entry = 0) =>
        [Mark("A1", "8.5", entry), Mark("M1", "17.25", entry), Mark("D1", "1", entry), Mark("B1", "1", entry)];

    public Task<CommandAnswer> DoAsync(Actor actor, JudgingCommand command) => Service.HandleAsync(actor, command);

    public async Task SavedAsync(Actor actor, params IReadOnlyList<JudgingCommand> commands)
    {
        foreach (var answer in await Service.HandleAsync(actor, commands))
        {
            Assert.Null(answer.Error);
            Assert.Equal(CommandOutcome.Saved, answer.Outcome);
        }
    }

    public async Task RefusedAsync(Error expected, Actor actor, JudgingCommand command)
    {
        var before = await FingerprintAsync();
        var answer = await DoAsync(actor, command);
        Assert.Equal(expected.Code, answer.Error?.Code);
        Assert.Equal(expected.Kind, answer.Error!.Kind);
        Assert.NotEqual(CommandOutcome.Saved, answer.Outcome);
        Assert.Equal(before, await FingerprintAsync());
    }

    /// <summary>Counts and states of everything that marking may change.</summary>
    public async Task<string> FingerprintAsync()
    {
        const string sql = """
            select (select count(*) from marks) || '/' || (select count(*) from mark_sheets) || '/' || (select count(*) from closed_forms) || '/' ||
              (select count(*) from audit_entries) || '/' || (select count(*) from entries where status <> 'active') || '/' ||
              (select count(*) from schemes where frozen_at is not null)
            """;
        return (await Hall.ScalarAsync<string>(sql))!;
    }

    public Task<long> CountAsync(string table) => Hall.ScalarAsync<long>("select count(*) from " + table)!;

    public ValueTask DisposeAsync() => Data.DisposeAsync();
}
