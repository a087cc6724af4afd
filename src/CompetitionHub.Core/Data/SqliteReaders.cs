using System.Collections.Concurrent;

namespace CompetitionHub.Core.Data;

/// <summary>Read-only connections, kept open between reads. SQLite reads on the caller's thread, so a read is short.</summary>
internal sealed class SqliteReaders(string file) : IDisposable
{
    private const int MostIdle = 16;
    private readonly ConcurrentBag<CachingConnection> idle = [];
    private volatile bool closed;

    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> read, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        cancellationToken.ThrowIfCancellationRequested();
        if (!idle.TryTake(out var connection))
        {
            connection = SqliteConnections.OpenReader(file);
        }

        var healthy = false;
        var session = new DbSession(DatabaseKind.Sqlite, connection, null, null, cancellationToken);
        try
        {
            connection.Run("begin");
            try
            {
                return await read(session);
            }
            finally
            {
                connection.Run("rollback");
                healthy = true;
            }
        }
        finally
        {
            session.End();
            if (healthy && !closed && idle.Count < MostIdle)
            {
                idle.Add(connection);
            }
            else
            {
                await connection.DisposeAsync();
            }
        }
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }
}
