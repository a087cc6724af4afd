using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>A sign-in of the demonstration; the password is made at each start and stored nowhere but as a hash.</summary>
public sealed record DemoSignIn(Role Role, string UserName, string Password);

/// <summary>One person per role. Chief judge and judge are people of the games; their imported accounts are opened here.</summary>
public sealed class DemoPeople(AccountService accounts, AccountQueries queries)
{
    /// <summary>The judge a visitor signs in as; nobody plays this judge's marks.</summary>
    public const string Judge = "fanmeilan";

    private const string ChiefJudge = "hanzhengming";

    public async Task<IReadOnlyList<DemoSignIn>> PrepareAsync(string competitionId, CancellationToken cancellationToken)
    {
        // Imported judges cannot sign in until somebody opens their accounts: in running games somebody has.
        foreach (var judge in (await queries.ListStaffAsync(Actor.System, competitionId, cancellationToken)).Value)
        {
            Ensure(await accounts.EnableAsync(Actor.System, judge.Account.Id, cancellationToken));
        }

        return await SignInsAsync(competitionId, cancellationToken);
    }

    private async Task<IReadOnlyList<DemoSignIn>> SignInsAsync(string competitionId, CancellationToken cancellationToken) =>
    [
        await CreateAdministratorAsync(cancellationToken),
        await CreateAsync("organiser", "赛务组 吴敏", new(competitionId, Role.Organiser), cancellationToken),
        await OpenAsync(ChiefJudge, Role.ChiefJudge, cancellationToken),
        await OpenAsync(Judge, Role.Judge, cancellationToken),
        await CreateAsync("viewer", "监督组 贺平", new(competitionId, Role.Viewer), cancellationToken),
    ];

    private async Task<DemoSignIn> CreateAdministratorAsync(CancellationToken cancellationToken)
    {
        // The games brought accounts along, so the way of the first start is closed: like every other one this account is made by the system.
        const string name = "admin";
        return await CreateAsync(name, "系统管理员", new(RoleGrant.Everywhere, Role.Administrator), cancellationToken);
    }

    private async Task<DemoSignIn> CreateAsync(string userName, string displayName, RoleGrant grant, CancellationToken cancellationToken)
    {
        var slip = (await accounts.CreateAsync(Actor.System, new(userName, displayName, "zh"), grant, cancellationToken)).Value;
        return await SetPasswordAsync(grant.Role, slip, cancellationToken);
    }

    private async Task<DemoSignIn> OpenAsync(string userName, Role role, CancellationToken cancellationToken)
    {
        var account = await queries.FindByNameAsync(userName, cancellationToken) ?? throw new InvalidOperationException($"The demonstration has no {userName}.");
        var slip = (await accounts.ResetPasswordAsync(Actor.System, account.Id, cancellationToken)).Value;
        return await SetPasswordAsync(role, slip, cancellationToken);
    }

    // Printed passwords work at once: a demonstration does not begin with choosing a new one.
    private async Task<DemoSignIn> SetPasswordAsync(Role role, SignInSlip slip, CancellationToken cancellationToken)
    {
        var password = OneTimePasswords.New();
        Ensure(await accounts.ChangeOwnPasswordAsync(
            new(slip.AccountId, slip.UserName, slip.DisplayName, []), slip.Password, password, password, cancellationToken));
        return new(role, slip.UserName, password);
    }

    private static void Ensure(Result result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The demonstration cannot be prepared: {result.Error}");
        }
    }
}
