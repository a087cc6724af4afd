using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Judging;

/// <summary>
/// Takes the commands of judges' devices. A batch is one transaction: everything it saved is durable when it answers. Each command
/// is judged completely before it writes, so a refused one leaves nothing behind and the others stand.
/// </summary>
public sealed class JudgingService
{
    private readonly Database database;
    private readonly MarkEntering marks;
    private readonly SheetHandling sheets;
    private readonly EntryStates states;
    private readonly FormClosing forms;

    internal JudgingService(Database database, MarkEntering marks, SheetHandling sheets, EntryStates states, FormClosing forms)
    {
        this.database = database;
        this.marks = marks;
        this.sheets = sheets;
        this.states = states;
        this.forms = forms;
    }

    /// <summary>Handles commands in their order; answers come in the same order, after the durable commit.</summary>
    public async Task<IReadOnlyList<CommandAnswer>> HandleAsync(Actor actor, IReadOnlyList<JudgingCommand> commands, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CommandAnswer> answers = [];
        // One order of locks for everybody; a stranger's or an unknown contest locks nothing.
        var contests = commands.Select(c => c.ContestId).Distinct().Order(StringComparer.Ordinal).ToList();
        await database.InTransactionAsync(async session =>
        {
            var batch = new CommandBatch(session, actor);
            foreach (var contestId in contests)
            {
                await BoardRepository.BumpAsync(session, contestId);
            }

            var given = new List<CommandAnswer>(commands.Count);
            foreach (var command in commands)
            {
                given.Add(await HandleAsync(batch, command));
            }

            answers = given;
            return batch.Wrote ? Result.Success() : NothingChanged;
        }, cancellationToken);
        return answers;
    }

    /// <summary>Handles one command.</summary>
    public async Task<CommandAnswer> HandleAsync(Actor actor, JudgingCommand command, CancellationToken cancellationToken = default) =>
        (await HandleAsync(actor, [command], cancellationToken))[0];

    /// <summary>The form takes no more marks, from nobody.</summary>
    public Task<Result> CloseFormAsync(Actor actor, string contestId, string formKey, string? reason, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(session => forms.CloseAsync(session, actor, contestId, formKey, reason), cancellationToken);

    /// <summary>A closed form takes marks again; a reason goes on record.</summary>
    public Task<Result> OpenFormAsync(Actor actor, string contestId, string formKey, string? reason, CancellationToken cancellationToken = default) =>
        database.InTransactionAsync(session => forms.OpenAsync(session, actor, contestId, formKey, reason), cancellationToken);

    /// <summary>Rolls a batch without effect back, so that repeated and refused commands do not even move the board's revision.</summary>
    private static readonly Error NothingChanged = new(ErrorKind.Conflict, "Judging.NothingChanged");

    private Task<CommandAnswer> HandleAsync(CommandBatch batch, JudgingCommand command) => command switch
    {
        EnterMark mark => marks.EnterAsync(batch, mark),
        SubmitSheet submit => sheets.SubmitAsync(batch, submit),
        ReopenSheet reopen => sheets.ReopenAsync(batch, reopen),
        SetEntryStatus status => states.SetAsync(batch, status),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No such command."),
    };
}
