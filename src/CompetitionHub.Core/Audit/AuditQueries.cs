using System.Text.RegularExpressions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Audit;

/// <summary>Which entries of one chain to show; null means any. Times are unix milliseconds, <see cref="Until"/> is exclusive.</summary>
public sealed record AuditFilter(string CompetitionId)
{
    /// <summary>Only this action.</summary>
    public AuditAction? Action { get; init; }

    /// <summary>Only what this account did (its user name, exact).</summary>
    public string? ActorName { get; init; }

    /// <summary>Only this kind of thing.</summary>
    public string? SubjectType { get; init; }

    /// <summary>Only this thing.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Only from this instant on.</summary>
    public long? From { get; init; }

    /// <summary>Only before this instant.</summary>
    public long? Until { get; init; }
}

/// <summary>One entry as a page shows it; <see cref="Action"/> is null for an action of a newer release, named in <see cref="ActionText"/>.</summary>
public sealed record AuditRow(
    long Seq, DateTimeOffset At, string ActorName, AuditAction? Action, string ActionText, string SubjectType, string SubjectId,
    string? Before, string? After, string? Reason, string Hash);

/// <summary>Reads the audit log for pages, newest first.</summary>
public sealed partial class AuditQueries(Database database)
{
    private const string Count =
        """
        select count(*)
        from audit_entries
        where competition_id = @CompetitionId
          and (@action is null or action = @action)
          and (@ActorName is null or actor_name = @ActorName)
          and (@SubjectType is null or subject_type = @SubjectType)
          and (@SubjectId is null or subject_id = @SubjectId)
          and (@From is null or at >= @From)
          and (@Until is null or at < @Until)
        """;

    private const string List =
        """
        select competition_id as CompetitionId, seq as Seq, at as At, actor_id as ActorId, actor_name as ActorName, action as Action,
          subject_type as SubjectType, subject_id as SubjectId, before as Before, after as After, reason as Reason, hash as Hash
        from audit_entries
        where competition_id = @CompetitionId
          and (@action is null or action = @action)
          and (@ActorName is null or actor_name = @ActorName)
          and (@SubjectType is null or subject_type = @SubjectType)
          and (@SubjectId is null or subject_id = @SubjectId)
          and (@From is null or at >= @From)
          and (@Until is null or at < @Until)
        order by seq desc
        limit @limit offset @offset
        """;

    private const string Names =
        """
        select id as Id, code as Name from entries where id in @ids
        union all select id, slug from contests where id in @ids
        union all select id, code from delegations where id in @ids
        union all select id, user_name from accounts where id in @ids
        union all select id, slug from competitions where id in @ids
        union all select id, file_name from entry_imports where id in @ids
        """;

    /// <summary>One page (counted from 1) of the entries that match; for whoever may read the competition's staff pages, the installation's for administrators.</summary>
    public async Task<Result<Page<AuditRow>>> ListAsync(
        Actor actor, AuditFilter filter, int page, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        var allowed = filter.CompetitionId == AuditLog.Installation ? actor.IsAdministrator : actor.MayView(filter.CompetitionId);
        if (!allowed)
        {
            return AuditErrors.NotAllowed();
        }

        var size = Math.Clamp(pageSize, 1, 500);
        var args = new
        {
            filter.CompetitionId, action = filter.Action is { } action ? AuditText.Of(action) : null,
            filter.ActorName, filter.SubjectType, filter.SubjectId, filter.From, filter.Until,
            limit = size, offset = (Math.Max(page, 1) - 1L) * size,
        };
        return await database.ReadAsync(async session =>
        {
            var total = await session.ScalarAsync<int>(Count, args);
            var rows = await session.QueryAsync<AuditEntry>(List, args);
            return new Page<AuditRow>([.. rows.Select(ToRow)], total);
        }, cancellationToken);
    }

    /// <summary>What the ids in entries stand for where they still stand for something: codes, slugs, user and file names, never names of people.</summary>
    public Task<IReadOnlyDictionary<string, string>> FindNamesAsync(IReadOnlyCollection<AuditRow> rows, CancellationToken cancellationToken = default)
    {
        string[] ids = [.. rows.SelectMany(row => AnyId().Matches($"{row.SubjectId} {row.Before} {row.After}")).Select(match => match.Value).Distinct()];
        return database.ReadAsync<IReadOnlyDictionary<string, string>>(async session =>
            (await session.QueryAsync<NamedId>(Names, new { ids })).ToDictionary(row => row.Id, row => row.Name), cancellationToken);
    }

    [GeneratedRegex("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")]
    private static partial Regex AnyId();

    private static AuditRow ToRow(AuditEntry entry) => new(
        entry.Seq, DateTimeOffset.FromUnixTimeMilliseconds(entry.At), entry.ActorName, AuditText.Parse(entry.Action), entry.Action,
        entry.SubjectType, entry.SubjectId, entry.Before, entry.After, entry.Reason, entry.Hash);

    private sealed class NamedId
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
    }
}
