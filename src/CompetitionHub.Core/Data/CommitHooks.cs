namespace CompetitionHub.Core.Data;

/// <summary>
/// What transactions want done around their commit. Each operation of a group commit has its own; those of the
/// operations that succeeded are merged, so a rolled-back operation leaves nothing behind.
/// </summary>
internal sealed class CommitHooks
{
    private Dictionary<string, IGroup>? before;
    private List<Action>? after;

    public void AddBefore<TItem>(string key, TItem item, Func<DbSession, IReadOnlyCollection<TItem>, Task> once, bool last)
    {
        before ??= [];
        if (before.TryGetValue(key, out var group))
        {
            ((Group<TItem>)group).Items.Add(item);
        }
        else
        {
            before.Add(key, new Group<TItem>([item], once, last));
        }
    }

    public void AddAfter(Action action) => (after ??= []).Add(action);

    public void Merge(CommitHooks operation)
    {
        foreach (var (key, group) in operation.before ?? [])
        {
            before ??= [];
            if (before.TryGetValue(key, out var mine))
            {
                mine.Append(group);
            }
            else
            {
                before.Add(key, group);
            }
        }

        (after ??= []).AddRange(operation.after ?? []);
    }

    /// <summary>Runs each key's function; functions may register more, which run too. Those marked last run when no other is left, in key order.</summary>
    public async Task RunBeforeAsync(DbSession session)
    {
        while (before is { Count: > 0 })
        {
            var ready = before.Where(g => !g.Value.Last).ToList();
            if (ready.Count == 0)
            {
                // One order for everybody: two transactions that lock several heads cannot wait for each other.
                ready = [before.MinBy(g => g.Key, StringComparer.Ordinal)];
            }

            foreach (var (key, group) in ready)
            {
                before.Remove(key);
                await group.RunAsync(session);
            }
        }
    }

    public void RunAfter(Action<Exception> failed)
    {
        foreach (var action in after ?? [])
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                failed(e);
            }
        }
    }

    private interface IGroup
    {
        bool Last { get; }
        void Append(IGroup other);
        Task RunAsync(DbSession session);
    }

    private sealed record Group<TItem>(List<TItem> Items, Func<DbSession, IReadOnlyCollection<TItem>, Task> Once, bool Last) : IGroup
    {
        public void Append(IGroup other) => Items.AddRange(((Group<TItem>)other).Items);

        public Task RunAsync(DbSession session) => Once(session, Items);
    }
}
