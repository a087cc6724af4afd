using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>
/// Judges of the demonstration go on marking, one command after the other, as their devices would: each mark through the same service,
/// a sheet submitted when it is complete. It ends when nothing is left to mark.
/// </summary>
public sealed class LiveMarking(
    AccountQueries accounts, CompetitionQueries competitions, JudgingQueries forms, JudgingService judging, TimeProvider time, ILogger<LiveMarking> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(1000);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);
    private readonly DemoMarks marks = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await PlayAsync(stoppingToken);
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // A background service that throws ends the whole program: judges who stumble go on a little later.
                logger.LogWarning(e, "The demonstration's marking was interrupted; it goes on in {Pause}.", AfterTrouble);
                await Task.Delay(AfterTrouble, time, stoppingToken);
            }
        }
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        var judges = await ListJudgesAsync(cancellationToken);
        var idle = 0;
        for (var turn = 0; idle < judges.Count && !cancellationToken.IsCancellationRequested; turn++)
        {
            // Everyone has a turn of one sheet; a judge who is done is passed over.
            idle = await PlaySheetAsync(judges[turn % judges.Count], cancellationToken) ? 0 : idle + 1;
        }
    }

    private async Task<bool> PlaySheetAsync(Actor judge, CancellationToken cancellationToken)
    {
        var played = false;
        for (var submitted = false; !submitted; played = true)
        {
            var command = await NextAsync(judge, cancellationToken);
            if (command is null || !await SendAsync(judge, command, cancellationToken))
            {
                return played;
            }
            submitted = command is SubmitSheet;
            await Task.Delay(Pace, time, cancellationToken);
        }
        return played;
    }

    private async Task<IReadOnlyList<Actor>> ListJudgesAsync(CancellationToken cancellationToken)
    {
        var games = await competitions.FindAsync(DemoGames.Slug, cancellationToken);
        var staff = await accounts.ListStaffAsync(Actor.System, games!.Id, cancellationToken);
        return
        [
            .. staff.Value
                .Where(row => row.Grants.Any(g => g.Role == Role.Judge) && row.Account.UserName != DemoPeople.Judge)
                .Select(row => new Actor(row.Account.Id, row.Account.UserName, row.Account.DisplayName, row.Grants)),
        ];
    }

    private async Task<JudgingCommand?> NextAsync(Actor judge, CancellationToken cancellationToken)
    {
        foreach (var form in (await forms.ListMyFormsAsync(judge, 1, cancellationToken)).Where(f => f.ToDo > 0 && !f.Closed))
        {
            var pad = await forms.FindPadAsync(judge, form.CompetitionSlug, form.ContestSlug, form.FormKey, null, cancellationToken);
            if (pad.Succeeded && marks.Next(pad.Value) is { } command)
            {
                return command;
            }
        }
        return null;
    }

    private async Task<bool> SendAsync(Actor judge, JudgingCommand command, CancellationToken cancellationToken)
    {
        var answer = await judging.HandleAsync(judge, command, cancellationToken);
        if (answer.Outcome != CommandOutcome.Saved)
        {
            logger.LogInformation("The demonstration's mark was not taken: {Error}", answer.Error);
        }
        return answer.Outcome == CommandOutcome.Saved;
    }
}
