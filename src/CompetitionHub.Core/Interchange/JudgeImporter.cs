using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange;

/// <summary>Who sits where after an import.</summary>
internal sealed class ImportedPanel
{
    private readonly Dictionary<(string ContestId, string Form, int Seat), string> accounts = [];

    /// <summary>How many accounts the import had to make.</summary>
    public int NewAccounts { get; set; }

    public void Seat(string contestId, string form, int seat, string accountId) => accounts[(contestId, form, seat)] = accountId;

    /// <summary>The account on a seat, or null.</summary>
    public string? JudgeOf(string contestId, string form, int seat) => accounts.GetValueOrDefault((contestId, form, seat));
}

/// <summary>
/// Finds the judges of a folder by user name, or makes accounts for them that cannot sign in until an administrator enables them and
/// gives a password; then gives roles and seats and notes where they come from.
/// </summary>
internal sealed class JudgeImporter(JudgeSeatRepository seats, AuditLog audit, TimeProvider time)
{
    public async Task<ImportedPanel> WriteAsync(
        DbSession session, Actor actor, string competitionId, IReadOnlyList<FolderJudge> judges, IReadOnlyDictionary<string, string> contestIds,
        IReadOnlyDictionary<string, string> delegationIds)
    {
        var panel = new ImportedPanel();
        foreach (var judge in judges)
        {
            var accountId = await FindOrCreateAsync(session, actor, judge, panel);
            foreach (var role in judge.Roles)
            {
                if (await AccountRepository.GrantAsync(session, accountId, new(competitionId, role), time.GetUtcNow().ToUnixTimeMilliseconds()))
                {
                    await audit.AppendAsync(
                        session, actor, competitionId, AuditAction.RoleGranted, "account", accountId, null, new { judge.UserName, role });
                }
            }
            if (judge.Delegation is { } delegation)
            {
                await JudgeDelegationRepository.SetAsync(session, competitionId, accountId, delegationIds[delegation]);
            }
            foreach (var seat in judge.Seats)
            {
                var contestId = contestIds[seat.Contest];
                await seats.SetAsync(session, new(contestId, seat.Form, seat.Seat, accountId));
                await audit.AppendAsync(
                    session, actor, competitionId, AuditAction.SeatAssigned, "seat", contestId, null, new { formKey = seat.Form, seat.Seat, accountId });
                panel.Seat(contestId, seat.Form, seat.Seat, accountId);
            }
        }
        return panel;
    }

    private async Task<string> FindOrCreateAsync(DbSession session, Actor actor, FolderJudge judge, ImportedPanel panel)
    {
        var normalized = AccountRules.Normalize(judge.UserName);
        if (await AccountRepository.FindByNameAsync(session, normalized) is { } existing)
        {
            return existing.Id;
        }
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var account = new StoredAccount
        {
            Id = Ids.New(time),
            UserName = judge.UserName,
            NormalizedName = normalized,
            DisplayName = judge.DisplayName,
            SecurityStamp = Ids.New(time),
            MustChangePassword = true,
            CreatedAt = now,
        };
        await AccountRepository.InsertAsync(session, account);
        await AccountRepository.SetDisabledAsync(session, account.Id, now, account.SecurityStamp);
        await audit.AppendAsync(
            session, actor, AuditLog.Installation, AuditAction.AccountCreated, "account", account.Id, null,
            new { account.UserName, name = Personal.Of(account.DisplayName), account.Language, disabled = true });
        panel.NewAccounts++;
        return account.Id;
    }
}
