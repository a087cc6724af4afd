using CompetitionHub.Core.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>Identity's PBKDF2 for Core.</summary>
public sealed class PasswordHashing(IPasswordHasher<StoredAccount> hasher) : IPasswordHashing
{
    private static readonly StoredAccount Nobody = new();

    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    public bool Verify(string hash, string password) => hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;
}

/// <summary>Compares sign-in names as Core's rules say.</summary>
public sealed class NameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : AccountRules.Normalize(name);

    public string? NormalizeEmail(string? email) => email;
}

/// <summary>Keeps closed accounts out, and takes as long for an unknown name as for a known one.</summary>
public sealed class AccountSignIn(
    UserManager<StoredAccount> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<StoredAccount> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StoredAccount>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<StoredAccount> confirmation, IPasswordHashing hashing)
    : SignInManager<StoredAccount>(users, http, claims, options, logger, schemes, confirmation)
{
    private static string? hashOfNobody;

    public override Task<bool> CanSignInAsync(StoredAccount user) => Task.FromResult(user.DisabledAt is null && user.PasswordHash is not null);

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        if (await UserManager.FindByNameAsync(userName) is { } user)
        {
            return await PasswordSignInAsync(user, password, isPersistent, lockoutOnFailure);
        }

        hashing.Verify(hashOfNobody ??= hashing.Hash("nobody has this password"), password);
        return SignInResult.Failed;
    }
}
