using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Data;

/// <summary>One transaction waiting for, or going through, the SQLite writer.</summary>
internal abstract class SqliteOperation
{
    /// <summary>Runs (perhaps again) and keeps the outcome; true when its changes are to be committed.</summary>
    public abstract bool Run(DbSession session);

    public abstract void Fail(Exception exception);

    /// <summary>Tells the caller the outcome. Continuations never run on the writer's thread.</summary>
    public abstract void Complete();
}

/// <inheritdoc/>
internal sealed class SqliteOperation<TResult>(Func<DbSession, Task<TResult>> work, CancellationToken cancellationToken) : SqliteOperation
    where TResult : Result
{
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? result;
    private Exception? failure;

    public Task<TResult> Task => completion.Task;

    public CancellationToken CancellationToken => cancellationToken;

    public override bool Run(DbSession session)
    {
        result = null;
        failure = null;
        try
        {
            // Too late to cancel once the work has begun: the caller would not know what was stored.
            cancellationToken.ThrowIfCancellationRequested();
            result = work(session).GetAwaiter().GetResult();
            return result.Succeeded;
        }
        catch (Exception e)
        {
            failure = e;
            return false;
        }
    }

    public override void Fail(Exception exception) => failure = exception;

    public override void Complete()
    {
        switch (failure)
        {
            case null:
                completion.TrySetResult(result!);
                break;
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                completion.TrySetCanceled(cancellationToken);
                break;
            default:
                completion.TrySetException(failure);
                break;
        }
    }
}
