using CompetitionHub.Core.Data;
using Dapper;

namespace CompetitionHub.Core.Tests.Data;

public sealed class CachingConnectionTests : IDisposable
{
    private readonly CachingConnection connection = SqliteConnections.OpenWriter(":memory:");

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Rent_SameTextTwice_IsTheSameStatement()
    {
        var first = connection.Rent("select 1");
        connection.Return(first);

        Assert.Same(first, connection.Rent("select 1"));
    }

    [Fact]
    public void Rent_WhileRented_IsAnotherStatement()
    {
        var first = connection.Rent("select 1");
        var second = connection.Rent("select 1");

        Assert.NotSame(first, second);
        connection.Return(second);
        connection.Return(first);
    }

    [Fact]
    public void Return_MoreThanAreKept_ForgetsTheLeastRecent()
    {
        var often = connection.Rent("select 'often'");
        connection.Return(often);
        for (var i = 0; i < 2000; i++)
        {
            connection.Run($"select {i}");
            connection.Run("select 'often'");
        }

        Assert.Same(often, connection.Rent("select 'often'"));
    }

    [Fact]
    public void Query_ManyListLengths_AllWork()
    {
        for (var length = 0; length < 530; length++)
        {
            int[] ids = [.. Enumerable.Range(1, length)];
            Assert.Equal(length > 0 ? 1 : 0, connection.Query<long>("select 1 where 1 in @ids", new { ids }).Count());
        }
    }

    [Fact]
    public void Execute_FloatingPoint_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => connection.ExecuteScalar<string>("select @x", new { x = 0.1 }));

    [Fact]
    public void Execute_MissingValue_NamesIt() =>
        Assert.Contains("@y", Assert.Throws<InvalidOperationException>(() => connection.ExecuteScalar<string>("select @x || @y", new { x = "a" })).Message);

    [Fact]
    public void Execute_TwoStatementsInOneText_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => connection.Execute("select 1; select 2"));

    [Fact]
    public void Query_EveryType_ComesBack()
    {
        var row = connection.QuerySingle<Row>("select @number as Number, @flag as Flag, @text as Text, @none as None, @big as Big",
            new { number = 7, flag = true, text = "文", none = (string?)null, big = long.MaxValue });

        Assert.Equal((7, true, "文", null, long.MaxValue), (row.Number, row.Flag, row.Text, row.None, row.Big));
    }

    private sealed class Row
    {
        public int Number { get; init; }
        public bool Flag { get; init; }
        public string Text { get; init; } = "";
        public string? None { get; init; }
        public long Big { get; init; }
    }
}
