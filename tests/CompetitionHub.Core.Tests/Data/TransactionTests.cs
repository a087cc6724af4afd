using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Data;

public sealed class TransactionTests
{
    private const string Insert = "insert into commands (id, account_id, answer, answered_at) values (@id, 'a', '', 0)";
    private const string Count = "select count(*) from commands";
    private const string ListIn = "select id from commands where id in @ids order by id";
    private const string ListBetween = "select id from commands where answered_at >= @from and id in @ids and answered_at <= @until order by id";
    private const string ListNotIn = "select id from commands where id not in @ids order by id";
    private static readonly Error Refusal = new(ErrorKind.Closed, "Test.Closed");

    [Theory, EachDatabase]
    public async Task InTransaction_Success_IsThereAfterReopening(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        var result = await AddAsync(db, "one");
        await db.ReopenAsync();

        Assert.True(result.Succeeded);
        Assert.Equal(1, await CountAsync(db));
    }

    [Theory, EachDatabase]
    public async Task InTransaction_Refusal_RollsBackAndSaysWhy(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var afterCommit = 0;

        var result = await db.Database.InTransactionAsync(async session =>
        {
            session.AfterCommit(() => afterCommit++);
            await session.ExecuteAsync(Insert, new { id = "one" });
            return Refusal;
        });

        Assert.Equal(Refusal, result.Error);
        Assert.Equal(0, await CountAsync(db));
        Assert.Equal(0, afterCommit);
    }

    [Theory, EachDatabase]
    public async Task InTransaction_Exception_RollsBackAndIsThrown(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        await Assert.ThrowsAsync<FormatException>(() => db.Database.InTransactionAsync<int>(async session =>
        {
            await session.ExecuteAsync(Insert, new { id = "one" });
            throw new FormatException();
        }));

        Assert.Equal(0, await CountAsync(db));
    }

    [Theory, EachDatabase]
    public async Task Execute_RepeatedKey_ThrowsUniqueViolationWithTable(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await AddAsync(db, "one");

        var thrown = await Assert.ThrowsAsync<UniqueViolationException>(() => AddAsync(db, "one"));

        Assert.Equal("commands", thrown.Table);
    }

    [Theory, EachDatabase]
    public async Task Query_ListParameterAmongOthers_FindsMembersEachTime(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        foreach (var id in (string[])["a", "b", "c"])
        {
            await AddAsync(db, id);
        }

        // Twice with the same number of items: the expanded statement is a prepared one by then.
        foreach (var ids in (string[][])[["a"], ["c"], ["a", "b"], ["b", "c"]])
        {
            Assert.Equal(ids, await db.Database.ReadAsync(s => s.QueryAsync<string>(ListBetween, new { from = 0, ids, until = 1 })));
        }
    }

    [Theory, EachDatabase]
    public async Task Query_ListParameter_FindsMembersAndOthers(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        foreach (var id in (string[])["a", "b", "c"])
        {
            await AddAsync(db, id);
        }

        string[] ids = ["a", "c", "x"];
        Assert.Equal(["a", "c"], await db.Database.ReadAsync(s => s.QueryAsync<string>(ListIn, new { ids })));
        Assert.Equal(["b"], await db.Database.ReadAsync(s => s.QueryAsync<string>(ListNotIn, new { ids })));
        ids = [];
        Assert.Empty(await db.Database.ReadAsync(s => s.QueryAsync<string>(ListIn, new { ids })));
        Assert.Equal(3, (await db.Database.ReadAsync(s => s.QueryAsync<string>(ListNotIn, new { ids }))).Count);
    }

    [Theory]
    [EachDatabase("")]
    [EachDatabase("张伟 · 𠮷 · é · 'quote\" \\ ; --")]
    [EachDatabase("line\nbreak\ttab")]
    public async Task Text_Stored_ComesBackTheSame(DatabaseKind kind, string text)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        await AddAsync(db, text);
        var longText = new string('长', 5000) + text;
        await AddAsync(db, longText);

        var ids = await db.Database.ReadAsync(s => s.QueryAsync<string>(ListIn, new { ids = new[] { text, longText } }));

        Assert.Equivalent(new[] { text, longText }, ids, strict: true);
    }

    [Theory]
    [EachDatabase(0x0000)]
    [EachDatabase(0xD800)]
    public async Task Text_ThatCannotBeStored_IsRefusedAlike(DatabaseKind kind, int character)
    {
        // A zero, and half of a surrogate pair; as a number, because an attribute cannot carry the latter.
        var text = "a" + (char)character + "b";
        await using var db = await TestDatabase.CreateAsync(kind);

        await Assert.ThrowsAsync<UnstorableTextException>(() => AddAsync(db, text));
        await Assert.ThrowsAsync<UnstorableTextException>(() => db.Database.ReadAsync(s => s.QueryAsync<string>(ListIn, new { ids = new[] { text } })));

        Assert.Equal(0, await CountAsync(db));
    }

    [Theory, EachDatabase]
    public async Task Read_Writing_IsImpossible(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ReadAsync(s => s.ExecuteAsync(Insert, new { id = "one" })));

        Assert.Equal(0, await CountAsync(db));
    }

    [Theory, EachDatabase]
    public async Task BeforeCommit_SeveralItems_RunsOnceInsideTheTransaction(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        var runs = new List<string>();

        await db.Database.InTransactionAsync(session =>
        {
            foreach (var item in (string[])["a", "b", "a"])
            {
                session.BeforeCommit("key", item, async (s, items) =>
                {
                    runs.Add(string.Join(",", items));
                    await s.ExecuteAsync(Insert, new { id = "from-hook" });
                });
            }

            return Task.FromResult(Result.Success());
        });

        Assert.Equal(["a,b,a"], runs);
        Assert.Equal(1, await CountAsync(db));
    }

    [Theory, EachDatabase]
    public async Task BeforeCommit_Exception_RollsEverythingBack(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);

        await Assert.ThrowsAsync<FormatException>(() => db.Database.InTransactionAsync(async session =>
        {
            await session.ExecuteAsync(Insert, new { id = "one" });
            session.BeforeCommit("key", 1, (_, _) => throw new FormatException());
            return Result.Success();
        }));

        Assert.Equal(0, await CountAsync(db));
    }

    [Theory, EachDatabase]
    public async Task Session_AfterItsTransaction_IsDead(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        DbSession? kept = null;
        await db.Database.InTransactionAsync(session =>
        {
            kept = session;
            return Task.FromResult(Result.Success());
        });

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.ScalarAsync<long>(Count));
    }

    private static Task<Result> AddAsync(TestDatabase db, string id) => db.Database.InTransactionAsync(async session =>
    {
        await session.ExecuteAsync(Insert, new { id });
        return Result.Success();
    });

    private static Task<long> CountAsync(TestDatabase db) => db.Database.ReadAsync(s => s.ScalarAsync<long>(Count));
}
