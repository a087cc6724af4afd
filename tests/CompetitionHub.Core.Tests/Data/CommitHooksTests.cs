using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Tests.Data;

public sealed class CommitHooksTests
{
    private static readonly DbSession NoSession = null!;
    private readonly CommitHooks hooks = new();
    private readonly List<string> ran = [];

    [Fact]
    public async Task RunBefore_LastOnesAndLateOnes_LastOnesStayLastAndSorted()
    {
        Add(hooks, "audit:b", last: true);
        Add(hooks, "board:1", then: () => Add(hooks, "board:2"));
        Add(hooks, "audit:a", last: true, then: () => Add(hooks, "board:3"));

        await hooks.RunBeforeAsync(NoSession);

        // Heads are locked in one order by everybody, after everything else.
        Assert.Equal(["board:1", "board:2", "audit:a", "board:3", "audit:b"], ran);
    }

    [Fact]
    public async Task Merge_SameKey_GathersTheItemsOfBothInOrder()
    {
        var gathered = new List<int>();
        var later = new CommitHooks();
        hooks.AddBefore("key", 1, Once, last: false);
        hooks.AddBefore("key", 2, Once, last: false);
        later.AddBefore("key", 2, Once, last: false);

        hooks.Merge(later);
        await hooks.RunBeforeAsync(NoSession);
        await hooks.RunBeforeAsync(NoSession);

        Assert.Equal([1, 2, 2], gathered);

        Task Once(DbSession session, IReadOnlyCollection<int> items)
        {
            gathered.AddRange(items);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void RunAfter_OneFails_TheOthersRun()
    {
        var failures = new List<Exception>();
        hooks.AddAfter(() => ran.Add("first"));
        hooks.AddAfter(() => throw new FormatException());
        hooks.AddAfter(() => ran.Add("third"));

        hooks.RunAfter(failures.Add);

        Assert.Equal(["first", "third"], ran);
        Assert.IsType<FormatException>(Assert.Single(failures));
    }

    private void Add(CommitHooks to, string key, bool last = false, Action? then = null) =>
        to.AddBefore(key, key, (_, _) =>
        {
            ran.Add(key);
            then?.Invoke();
            return Task.CompletedTask;
        }, last);
}
