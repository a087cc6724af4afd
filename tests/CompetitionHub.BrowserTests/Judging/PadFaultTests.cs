using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace CompetitionHub.BrowserTests.Judging;

/// <summary>One judge on a network that loses requests, loses answers, is slow and sends twice, by a seed that is printed when it fails.</summary>
public class PadFaultTests
{
    [Theory]
    [InlineData(20261120)]
    [InlineData(1945)]
    public async Task JudgeOnABadNetwork_EndsWithExactlyWhatWasTyped(int seed)
    {
        await using var hall = await PadHall.OpenAsync();
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync(Browsers.Phone, touch: true)).NewPageAsync();
        var random = new Random(seed);
        var faulty = true;
        await page.RouteAsync("**/api/judging/commands", async route =>
        {
            switch (faulty ? random.Next(6) : 5)
            {
                case 0:
                    await route.AbortAsync();
                    break;
                case 1:
                    // The server has it, the pad never hears of it.
                    await route.FetchAsync();
                    await route.AbortAsync();
                    break;
                case 2:
                    await route.FetchAsync();
                    await route.ContinueAsync();
                    break;
                case 3:
                    await Task.Delay(random.Next(100, 700));
                    await route.ContinueAsync();
                    break;
                default:
                    await route.ContinueAsync();
                    break;
            }
        });
        await hall.SignInAsync(page, "li", "/judge/games/welding/f");
        await Expect(page.Locator("#entry-code")).ToHaveTextAsync("K01");

        var typed = new SortedDictionary<string, long>(StringComparer.Ordinal);
        for (var action = 0; action < 60; action++)
        {
            if (random.Next(8) == 0)
            {
                await page.ReloadAsync();
                await Expect(page.Locator(".mark")).ToHaveCountAsync(4);
            }

            if (random.Next(3) == 0)
            {
                await page.ClickAsync("#pad-next");
            }

            var code = await page.Locator("#entry-code").TextContentAsync();
            var (aspect, value) = random.Next(2) == 0 ? ("A1", random.Next(0, 21) * 500_000L) : ("M1", random.Next(0, 2001) * 10_000L);
            var text = (value / 1_000_000m).ToString("0.##", CultureInfo.InvariantCulture);
            await page.FillAsync($"#mark-{aspect}", text);
            await page.Locator($"#mark-{aspect}").PressAsync("Tab");
            await Expect(page.Locator($".mark:has(#mark-{aspect})")).ToHaveAttributeAsync("data-shown", text);
            typed[$"{code}/{aspect}"] = value;
            await page.WaitForTimeoutAsync(random.Next(0, 400));
        }

        faulty = false;
        await Expect(page.Locator("#pad-unsent")).ToHaveAttributeAsync("data-unsent", "0", new() { Timeout = 60_000 });
        await Expect(page.Locator(".list-row[data-progress=trouble]")).ToHaveCountAsync(0);
        var stored = hall.Scalar<string>("""
            select group_concat(line, ' ') from (
              select e.code || '/' || m.aspect_key || '=' || m.value as line
              from marks m join entries e on e.id = m.entry_id
              where m.version = (select max(x.version) from marks x where x.entry_id = m.entry_id and x.aspect_key = m.aspect_key)
              order by e.code, m.aspect_key)
            """);
        Assert.True(string.Join(' ', typed.Select(t => $"{t.Key}={t.Value}")) == stored, $"Seed {seed}: typed {string.Join(' ', typed)}, stored {stored}");
    }
}
