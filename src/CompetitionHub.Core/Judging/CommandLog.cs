using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>
/// Remembers the answers that leave no mark or sheet behind (refusals, conflicts, entry states), so that a repeated command gets the answer it got:
/// a duplicate that arrives after the form was reopened must not save what its judge was told is refused.
/// </summary>
internal static class CommandLog
{
    private const string Insert = """
        insert into commands (id, account_id, answer, answered_at) values (@id, @accountId, @answer, @now) on conflict do nothing
        """;

    private const string Find = "select account_id as AccountId, answer as Answer from commands where id = @id";

    private const string NameOf = "select display_name from accounts where id = @accountId";

    public static Task RememberAsync(DbSession session, string id, string accountId, string about, CommandAnswer answer, DateTimeOffset now) =>
        session.ExecuteAsync(Insert, new { id, accountId, answer = Write(about, answer), now = now.ToUnixTimeMilliseconds() });

    public static async Task<CommandAnswer?> FindAsync(DbSession session, string id, string accountId, string about) =>
        await session.QuerySingleOrDefaultAsync<Row>(Find, new { id }) is { } row ? Read(id, row.Answer, row.AccountId, accountId, about) : null;

    /// <summary>The remembered answer, or a refusal when the id belongs to somebody else or to another command.</summary>
    public static CommandAnswer Read(string id, string stored, string storedAccount, string accountId, string about)
    {
        var document = JsonSerializer.Deserialize<Remembered>(stored)!;
        if (storedAccount != accountId || document.About != about)
        {
            return new CommandAnswer(id, CommandOutcome.Refused, null, JudgingErrors.CommandIdTaken());
        }

        var error = document.Code is null ? null
            : new Error(EnumText.Read<ErrorKind>(document.Kind!), document.Code, [.. document.Args!.Select(Argument)]) { Field = document.Field };
        return new CommandAnswer(id, EnumText.Read<CommandOutcome>(document.Outcome), document.Stored, error);
    }

    /// <summary>The name to show beside a stored value; the id when the account is the program itself.</summary>
    public static async Task<string> NameAsync(DbSession session, string accountId) =>
        await session.ScalarAsync<string>(NameOf, new { accountId }) ?? accountId;

    private static string Write(string about, CommandAnswer answer) => JsonSerializer.Serialize(new Remembered(
        about, EnumText.Write(answer.Outcome), answer.Stored,
        answer.Error is { } e ? EnumText.Write(e.Kind) : null, answer.Error?.Code, answer.Error?.Args.Select(Plain).ToArray(), answer.Error?.Field));

    private static object Plain(object argument) => argument is int or long ? argument : argument.ToString() ?? "";

    private static object Argument(object stored) => stored switch
    {
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetInt64(),
        JsonElement other => other.ToString(),
        _ => stored,
    };

    private sealed class Row
    {
        public string AccountId { get; init; } = "";
        public string Answer { get; init; } = "";
    }

    private sealed record Remembered(string About, string Outcome, StoredState? Stored, string? Kind, string? Code, object[]? Args, string? Field);
}
