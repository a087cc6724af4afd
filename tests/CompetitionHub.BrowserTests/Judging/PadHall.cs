using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.Core.Competitions.Scheme;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CompetitionHub.BrowserTests.Judging;

/// <summary>The application with a running competition in which everybody's password is the same.</summary>
public sealed class PadHall : IAsyncDisposable
{
    public const string Password = "marks-for-everybody";

    private PadHall(AppProcess app, MarkingHall hall)
    {
        App = app;
        Hall = hall;
    }

    public AppProcess App { get; }
    public MarkingHall Hall { get; }

    public static async Task<PadHall> OpenAsync(int entries = 4, MarkingScheme? scheme = null)
    {
        var folder = AppProcess.NewFolder();
        MarkingHall hall;
        await using (var database = TestDatabase.Bare(new() { SqliteFile = Path.Combine(folder, "competitionhub.sqlite") }, TimeProvider.System))
        {
            await database.OpenAsync(DatabaseAccess.Migrate);
            hall = await FillAsync(database, entries, scheme);
        }

        return new PadHall(await AppProcess.StartAsync(folder), hall);
    }

    /// <summary>Writes the running competition, in which everybody has the <see cref="Password"/>, into an open database.</summary>
    public static async Task<MarkingHall> FillAsync(Database database, int entries, MarkingScheme? scheme)
    {
        var hall = await MarkingHall.OpenAsync(() => database, TimeProvider.System, scheme, entries);
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));
        await hall.RunAsync("update accounts set password_hash = @hash", new { hash = hasher.HashPassword(hall, Password) });
        return hall;
    }

    /// <summary>Signs in at an address and goes on to the path.</summary>
    public static async Task SignInAsync(IPage page, Uri address, string user, string path)
    {
        await page.GotoAsync(new Uri(address, $"/sign-in?returnUrl={Uri.EscapeDataString(path)}").AbsoluteUri);
        await page.FillAsync("#userName", user);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("button[type=submit]");
        await page.WaitForURLAsync(url => url.Contains(path, StringComparison.Ordinal));
    }

    public string Address(string path, string host = "127.0.0.1") => $"http://{host}:{App.Address.Port}{path}";

    public Task SignInAsync(IPage page, string user, string path, string host = "127.0.0.1") => SignInAsync(page, new Uri(Address("/", host)), user, path);

    /// <summary>What the database holds, read beside the running server.</summary>
    public T? Scalar<T>(string sql) => App.Scalar<T>(sql);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
