using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Judging;

/// <summary>The use cases "close a form" and "open a form": a closed form takes no more marks, from nobody.</summary>
internal sealed class FormClosing(SchemeRepository schemes, AuditLog audit, TimeProvider time)
{
    private const string FindCompetition = "select competition_id from contests where id = @contestId";

    private const string Close = """
        insert into closed_forms (contest_id, form_key, closed_at, closed_by) values (@contestId, @formKey, @now, @accountId)
        on conflict do nothing
        """;

    private const string Open = "delete from closed_forms where contest_id = @contestId and form_key = @formKey";

    public Task<Result> CloseAsync(DbSession session, Actor actor, string contestId, string formKey, string? reason) =>
        ChangeAsync(session, actor, contestId, formKey, reason, Close, AuditAction.FormClosed);

    public Task<Result> OpenAsync(DbSession session, Actor actor, string contestId, string formKey, string? reason) =>
        ChangeAsync(session, actor, contestId, formKey, reason, Open, AuditAction.FormOpened);

    private async Task<Result> ChangeAsync(DbSession session, Actor actor, string contestId, string formKey, string? reason, string sql, AuditAction action)
    {
        await BoardRepository.BumpAsync(session, contestId);
        if (await session.ScalarAsync<string>(FindCompetition, new { contestId }) is not { } competitionId || !actor.MayView(competitionId))
        {
            return JudgingErrors.NotFound();
        }

        if (!actor.MayDirectMarking(competitionId))
        {
            return JudgingErrors.MayNotDirect();
        }

        if ((reason is null ? JudgingErrors.ReasonMissing() : JudgingAccess.RefuseReason(reason)) is { } unusable)
        {
            return unusable;
        }

        if ((await schemes.FindCurrentAsync(session, contestId))?.Scheme.FindForm(formKey) is null)
        {
            return JudgingErrors.NotFound();
        }

        var changed = await session.ExecuteAsync(sql, new { contestId, formKey, now = time.GetUtcNow().ToUnixTimeMilliseconds(), accountId = actor.AccountId });
        if (changed == 0)
        {
            return JudgingErrors.FormAlready();
        }

        await audit.AppendAsync(session, actor, competitionId, action, "form", $"{contestId}/{formKey}", reason: reason);
        return Result.Success();
    }
}
