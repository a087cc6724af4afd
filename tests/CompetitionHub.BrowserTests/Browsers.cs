using CompetitionHub.TestKit;
using Microsoft.Playwright;

namespace CompetitionHub.BrowserTests;

/// <summary>Starts Debian's Chromium and opens windows of it: a phone, a tablet, a desktop.</summary>
public sealed class Browsers : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browsers(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    public static readonly ViewportSize Tablet = new() { Width = 820, Height = 1180 };
    public static readonly ViewportSize Desktop = new() { Width = 1440, Height = 900 };

    /// <summary>Further flags, e.g. <c>--host-resolver-rules=MAP hub.lan 127.0.0.1</c> for an origin that browsers do not trust.</summary>
    public static async Task<Browsers> StartAsync(params string[] flags)
    {
        var chromium = Needs.Chromium();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. flags],
        });
        return new Browsers(playwright, browser);
    }

    /// <summary>A person's own device: cookies and storage of its own.</summary>
    public Task<IBrowserContext> DeviceAsync(ViewportSize? size = null, string language = "zh-CN", bool dark = false, bool touch = false) => browser.NewContextAsync(new()
    {
        ViewportSize = size ?? Desktop,
        Locale = language,
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        HasTouch = touch,
        TimezoneId = "Asia/Shanghai",
        ReducedMotion = ReducedMotion.Reduce,
    });

    /// <summary>A device that runs no scripts.</summary>
    public Task<IBrowserContext> PlainDeviceAsync() => browser.NewContextAsync(new() { ViewportSize = Desktop, Locale = "zh-CN", JavaScriptEnabled = false });

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
