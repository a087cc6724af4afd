using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>Reads and writes the table judge_delegations: which delegation a judge of a competition comes from.</summary>
internal static class JudgeDelegationRepository
{
    private const string SelectOne = """
        select delegation_id
        from judge_delegations
        where competition_id = @competitionId and account_id = @accountId
        """;

    // A delegation of another competition is no delegation here: then nothing is written.
    private const string UpsertRow = """
        insert into judge_delegations (competition_id, account_id, delegation_id)
        select d.competition_id, @accountId, d.id
        from delegations d
        where d.id = @delegationId and d.competition_id = @competitionId
        on conflict (competition_id, account_id) do update set delegation_id = excluded.delegation_id
        """;

    private const string DeleteRow = """
        delete from judge_delegations where competition_id = @competitionId and account_id = @accountId
        """;

    private const string DeleteOfDelegation = """
        delete from judge_delegations where delegation_id = @delegationId
        """;

    private const string DeleteOfCompetition = """
        delete from judge_delegations where competition_id = @competitionId
        """;

    // Whoever lost every role since is no judge of the delegation any more.
    private const string CountJudges = """
        select count(*)
        from judge_delegations j
        where j.delegation_id = @delegationId and exists (
          select 1 from role_grants g
          where g.account_id = j.account_id and g.scope = j.competition_id and g.role in ('judge', 'chief_judge'))
        """;

    /// <summary>The id of a judge's delegation, or null.</summary>
    public static Task<string?> FindAsync(DbSession session, string competitionId, string accountId) =>
        session.ScalarAsync<string>(SelectOne, new { competitionId, accountId });

    /// <summary>Notes where a judge comes from; false when the competition has no such delegation.</summary>
    public static async Task<bool> SetAsync(DbSession session, string competitionId, string accountId, string delegationId) =>
        await session.ExecuteAsync(UpsertRow, new { competitionId, accountId, delegationId }) > 0;

    /// <summary>Forgets where a judge comes from.</summary>
    public static Task ClearAsync(DbSession session, string competitionId, string accountId) =>
        session.ExecuteAsync(DeleteRow, new { competitionId, accountId });

    /// <summary>How many judges of the competition come from a delegation.</summary>
    public static async Task<int> CountAsync(DbSession session, string delegationId) =>
        (int)await session.ScalarAsync<long>(CountJudges, new { delegationId });

    /// <summary>Forgets who came from a delegation that is being removed.</summary>
    public static Task ClearDelegationAsync(DbSession session, string delegationId) => session.ExecuteAsync(DeleteOfDelegation, new { delegationId });

    /// <summary>Forgets where the judges of a competition that is being removed came from.</summary>
    public static Task ClearCompetitionAsync(DbSession session, string competitionId) => session.ExecuteAsync(DeleteOfCompetition, new { competitionId });
}
