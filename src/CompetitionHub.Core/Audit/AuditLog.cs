using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Audit;

/// <summary>
/// Writes who did what, when and why, in the transaction of the change itself. Entries of one competition form a hash chain;
/// they are written just before the commit, after everything else, so the head is the last lock a transaction takes.
/// </summary>
public sealed class AuditLog(TimeProvider time)
{
    /// <summary>The chain of accounts and of the installation as a whole.</summary>
    public const string Installation = "*";

    // Creates the head or locks it; either way nobody else appends to this chain until the commit.
    private const string LockHead =
        """
        insert into audit_heads (competition_id, seq, hash, salt)
        values (@competitionId, 0, '', @salt)
        on conflict (competition_id) do update set seq = audit_heads.seq
        returning seq as Seq, hash as Hash, salt as Salt
        """;

    private const string Insert =
        """
        insert into audit_entries
          (competition_id, seq, at, actor_id, actor_name, action, subject_type, subject_id, before, after, reason, hash)
        values
          (@CompetitionId, @Seq, @At, @ActorId, @ActorName, @Action, @SubjectType, @SubjectId, @Before, @After, @Reason, @Hash)
        """;

    private const string MoveHead = "update audit_heads set seq = @seq, hash = @hash where competition_id = @competitionId";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>
    /// Appends an entry to the chain of a competition (its id, or <see cref="Installation"/>). <paramref name="before"/> and
    /// <paramref name="after"/> are small immutable objects, stored as JSON at the end of the transaction; names of people go in as <see cref="Personal"/>.
    /// </summary>
    public Task AppendAsync(
        DbSession session, Actor actor, string competitionId, AuditAction action, string subjectType, string subjectId,
        object? before = null, object? after = null, string? reason = null)
    {
        var pending = new Pending(time.GetUtcNow().ToUnixTimeMilliseconds(), actor, AuditText.Of(action), subjectType, subjectId, before, after, reason);
        session.BeforeCommitLast("audit:" + competitionId, pending, (s, entries) => WriteAsync(s, competitionId, entries));
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(DbSession session, string competitionId, IReadOnlyCollection<Pending> entries)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var head = await session.QuerySingleOrDefaultAsync<Head>(LockHead, new { competitionId, salt })
            ?? throw new InvalidOperationException("The audit head was neither made nor found.");
        var seq = head.Seq;
        var hash = head.Hash;
        foreach (var pending in entries)
        {
            var entry = ToEntry(pending, competitionId, ++seq, hash, head.Salt);
            hash = entry.Hash;
            await session.ExecuteAsync(Insert, entry);
        }

        await session.ExecuteAsync(MoveHead, new { seq, hash, competitionId });
    }

    private static AuditEntry ToEntry(Pending pending, string competitionId, long seq, string previousHash, string salt)
    {
        var entry = new AuditEntry
        {
            CompetitionId = competitionId,
            Seq = seq,
            At = pending.At,
            ActorId = pending.Actor.AccountId,
            ActorName = pending.Actor.UserName,
            Action = pending.Action,
            SubjectType = pending.SubjectType,
            SubjectId = pending.SubjectId,
            Before = ToJson(pending.Before, salt),
            After = ToJson(pending.After, salt),
            Reason = pending.Reason,
        };
        entry.Hash = entry.ComputeHash(previousHash);
        return entry;
    }

    private static string? ToJson(object? value, string salt)
    {
        if (value is null)
        {
            return null;
        }

        PersonalConverter.Salt = salt;
        try
        {
            return JsonSerializer.Serialize(value, value.GetType(), Json);
        }
        finally
        {
            PersonalConverter.Salt = null;
        }
    }

    private sealed record Pending(
        long At, Actor Actor, string Action, string SubjectType, string SubjectId, object? Before, object? After, string? Reason);

    private sealed class Head
    {
        public long Seq { get; init; }
        public string Hash { get; init; } = "";
        public string Salt { get; init; } = "";
    }
}
