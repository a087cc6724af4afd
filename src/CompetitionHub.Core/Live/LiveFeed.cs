using System.Collections.Concurrent;

namespace CompetitionHub.Core.Live;

/// <summary>
/// Tells this process's readers that a board changed. A version counter, not a queue: whoever is slow skips versions, and news never
/// wait for anybody. Versions count within this process; revisions are those of the database.
/// </summary>
public sealed class LiveFeed
{
    private readonly ConcurrentDictionary<string, Channel> channels = new(StringComparer.Ordinal);

    /// <summary>The boards somebody asked about or published since the process started.</summary>
    public IReadOnlyCollection<string> Boards => (IReadOnlyCollection<string>)channels.Keys;

    /// <summary>A revision was committed; one that is not newer than the known one wakes nobody.</summary>
    public void Publish(string boardId, long revision) => Of(boardId).Publish(revision);

    /// <summary>What a board shows changed without a new revision of it, such as the name of its competition.</summary>
    public void Touch(string boardId) => Of(boardId).Touch();

    /// <summary>The version now; ask before reading the board, wait for a newer one after.</summary>
    public long Version(string boardId) => Of(boardId).Version;

    /// <summary>The newest revision published since the process started; 0 when none was.</summary>
    public long Revision(string boardId) => Of(boardId).Revision;

    /// <summary>Ends as soon as there is a version newer than the known one, with the newest.</summary>
    public Task<long> WaitAsync(string boardId, long knownVersion, CancellationToken cancellationToken) =>
        Of(boardId).WaitAsync(knownVersion, cancellationToken);

    private Channel Of(string boardId) => channels.GetOrAdd(boardId, static _ => new Channel());

    private sealed class Channel
    {
        private readonly Lock gate = new();
        private TaskCompletionSource next = NewSignal();
        private long revision;
        private long version;

        public long Revision => Volatile.Read(ref revision);

        public long Version => Volatile.Read(ref version);

        public void Publish(long newRevision)
        {
            TaskCompletionSource woken;
            lock (gate)
            {
                if (newRevision <= revision)
                    return;
                revision = newRevision;
                woken = Advance();
            }
            woken.SetResult();
        }

        public void Touch()
        {
            TaskCompletionSource woken;
            lock (gate)
                woken = Advance();
            woken.SetResult();
        }

        public async Task<long> WaitAsync(long known, CancellationToken cancellationToken)
        {
            while (true)
            {
                Task signal;
                lock (gate)
                {
                    if (version > known)
                        return version;
                    signal = next.Task;
                }
                await signal.WaitAsync(cancellationToken);
            }
        }

        // Called under the gate.
        private TaskCompletionSource Advance()
        {
            version++;
            var woken = next;
            next = NewSignal();
            return woken;
        }

        // The publisher is the commit path: nobody's continuation runs on it.
        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
