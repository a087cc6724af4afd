using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Competitions;

/// <summary>An account that may sit on the seats of a competition: it holds the role judge or chief judge there.</summary>
public sealed class RosterJudge
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = "";

    /// <summary>The name to sign in with.</summary>
    public string UserName { get; init; } = "";

    /// <summary>The person's name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>The delegation the judge comes from; null when not known, or none.</summary>
    public string? DelegationId { get; init; }

    /// <summary>True when the account cannot sign in any more.</summary>
    public bool IsDisabled { get; init; }
}

/// <summary>Reads the judges of a competition.</summary>
internal sealed class JudgeRoster
{
    private const string SelectJudges = """
        select a.id as account_id, a.user_name, a.display_name, j.delegation_id, a.disabled_at is not null as is_disabled
        from accounts a
        left join judge_delegations j on j.competition_id = @competitionId and j.account_id = a.id
        where a.id in (select account_id from role_grants where scope = @competitionId and role in ('judge', 'chief_judge'))
        order by a.normalized_name
        """;

    /// <summary>The judges of a competition by sign-in name, the disabled ones too.</summary>
    public Task<IReadOnlyList<RosterJudge>> ListAsync(DbSession session, string competitionId) =>
        session.QueryAsync<RosterJudge>(SelectJudges, new { competitionId });
}
