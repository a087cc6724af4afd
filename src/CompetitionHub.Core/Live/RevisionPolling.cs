using CompetitionHub.Core.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CompetitionHub.Core.Live;

/// <summary>
/// Asks the database for the revisions of the boards that somebody watches here: on PostgreSQL the way in which several nodes hear of
/// each other's marks, on both databases the way in which a changed name of a competition or contest reaches its boards.
/// </summary>
public sealed class RevisionPolling(Database database, LiveFeed feed, TimeProvider time, ILogger<RevisionPolling> logger) : BackgroundService
{
    private static readonly TimeSpan OneProcess = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SeveralNodes = TimeSpan.FromMilliseconds(500);

    private const string Revisions = """
        select b.id as Id, b.revision as Revision, k.revision + c.revision as Names
        from boards b
        join contests k on k.id = b.id
        join competitions c on c.id = k.competition_id
        where b.id in @boardIds
        """;

    private readonly Dictionary<string, long> names = [];

    /// <summary>Looks once; what changed is published.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        var boardIds = feed.Boards;
        if (boardIds.Count == 0)
            return;
        var rows = await database.ReadAsync(session => session.QueryAsync<Row>(Revisions, new { boardIds }), cancellationToken);
        foreach (var row in rows)
        {
            feed.Publish(row.Id, row.Revision);
            // A board seen for the first time is touched too: its names may have changed since it was read.
            if (!names.TryGetValue(row.Id, out var known) || known != row.Names)
                feed.Touch(row.Id);
            names[row.Id] = row.Names;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(database.Kind == DatabaseKind.Postgres ? SeveralNodes : OneProcess, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await PollAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away for a while; boards stand still and go on when it is back.
                logger.LogWarning(e, "The revisions of the boards could not be read.");
            }
        }
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public long Revision { get; init; }
        public long Names { get; init; }
    }
}
