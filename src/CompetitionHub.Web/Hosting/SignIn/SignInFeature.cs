using System.Security.Claims;
using CompetitionHub.Core.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>Registers ASP.NET Core Identity without Entity Framework, the session cookie, and the policies.</summary>
public static class SignInFeature
{
    /// <summary>OWASP's figure for PBKDF2-HMAC-SHA512, which Identity's hasher uses.</summary>
    public const int HashIterations = 210_000;

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddPolicies();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionWatch>();
        services.AddSingleton<SetupCode>();

        services.AddIdentityCore<StoredAccount>(options =>
            {
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                options.ClaimsIdentity.SecurityStampClaimType = SessionCookie.StampClaim;
                options.ClaimsIdentity.UserIdClaimType = ClaimTypes.NameIdentifier;
                // AccountRules judge names; Identity's own check knows only Latin letters.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountUserStore>()
            .AddSignInManager<AccountSignIn>();
        services.AddSingleton<ILookupNormalizer, NameNormalizer>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<IPasswordHasher<StoredAccount>, PasswordHasher<StoredAccount>>();
        services.AddSingleton<IPasswordHashing, PasswordHashing>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, SessionCookie.Configure)
            // Asked for by the sign-in manager, never issued: there is no second factor yet.
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "hub.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = "X-Hub-Form";
        });
    }
}
