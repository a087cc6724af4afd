using System.Security.Cryptography;
using System.Text;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Hosting.SignIn;

/// <summary>
/// The code that opens /setup while no account exists: made at start, printed on the console, gone after use. Whoever reaches
/// the address first must not become administrator; whoever reads the console may.
/// </summary>
public sealed class SetupCode(TimeProvider time)
{
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Lock guard = new();
    private readonly string code = OneTimePasswords.New();
    private int failures;
    private DateTimeOffset pausedUntil;

    /// <summary>The code, for the console only.</summary>
    public string Value => code;

    /// <summary>Success for the printed code; after a few wrong ones nobody may try for a minute.</summary>
    public Result Check(string entered)
    {
        lock (guard)
        {
            var now = time.GetUtcNow();
            if (pausedUntil > now)
            {
                return AccountsErrors.SetupCodePaused((int)Math.Ceiling((pausedUntil - now).TotalSeconds));
            }

            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Plain(entered)), Encoding.UTF8.GetBytes(Plain(code))))
            {
                failures = 0;
                return Result.Success();
            }

            if (++failures >= Tries)
            {
                failures = 0;
                pausedUntil = now + Pause;
            }

            return AccountsErrors.WrongSetupCode();
        }
    }

    private static string Plain(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
