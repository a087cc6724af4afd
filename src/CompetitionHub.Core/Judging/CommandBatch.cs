using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>One request's commands in one transaction: who asks, what was loaded already, and whether anything was written.</summary>
internal sealed class CommandBatch(DbSession session, Actor actor)
{
    private readonly Dictionary<string, CurrentScheme?> schemes = [];
    private (string Contest, string Entry, string Form, int Seat) sheetKey;
    private SheetContext? sheet;

    public DbSession Session => session;

    public Actor Actor => actor;

    /// <summary>False while the transaction may as well be rolled back.</summary>
    public bool Wrote { get; set; }

    /// <summary>The scheme in force; read once per batch, because the parent row is locked.</summary>
    public async Task<CurrentScheme?> SchemeAsync(SchemeRepository repository, string contestId)
    {
        if (!schemes.TryGetValue(contestId, out var scheme))
        {
            scheme = await repository.FindCurrentAsync(session, contestId);
            schemes.Add(contestId, scheme);
        }

        return scheme;
    }

    /// <summary>What a sheet's commands are judged by; read once for marks of the same sheet that follow each other, as a pad sends them.</summary>
    public async Task<SheetContext?> SheetAsync(SheetCommand command)
    {
        var key = (command.ContestId, command.EntryId, command.FormKey, command.Seat);
        if (sheet is null || sheetKey != key)
        {
            sheet = await SheetContext.LoadAsync(session, command);
            sheetKey = key;
        }

        return sheet;
    }

    /// <summary>To be called by whatever changes more than a mark: the next command looks again.</summary>
    public void ForgetSheet() => sheet = null;

    /// <summary>The scheme was frozen by this batch; the next mark need not do it again.</summary>
    public void Frozen(CurrentScheme scheme, DateTimeOffset at) => schemes[scheme.ContestId] = scheme with { FrozenAt = at };

    /// <summary>Keeps a refusal or conflict, so that the same command gets the same answer for ever.</summary>
    public async Task<CommandAnswer> RememberAsync(string about, CommandAnswer answer, DateTimeOffset now)
    {
        await CommandLog.RememberAsync(session, answer.Id, actor.AccountId, about, answer, now);
        Wrote = true;
        return answer;
    }
}
