using System.Net.NetworkInformation;
using System.Net.Sockets;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Web.Hosting.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using QRCoder;

namespace CompetitionHub.Web.Hosting;

/// <summary>The lines at start: what to type, what to scan, what is missing.</summary>
public static class Announcement
{
    public static async Task AnnounceAsync(this WebApplication app)
    {
        var addresses = Addresses(app.Services);
        var output = Console.Out;
        await output.WriteLineAsync();
        await output.WriteLineAsync("CompetitionHub · 劳动和技能竞赛平台");
        foreach (var address in addresses)
        {
            await output.WriteLineAsync("  " + address);
        }

        var scan = addresses.FirstOrDefault(a => !new Uri(a).IsLoopback);
        if (scan is not null && !Console.IsOutputRedirected)
        {
            await output.WriteLineAsync(QrCode(scan));
        }
        else if (scan is null)
        {
            await output.WriteLineAsync("  Only this machine can reach it; start with --lan for phones in the hall. 仅本机可访问；如需现场手机访问，请加 --lan 启动。");
        }

        if (scan?.StartsWith("http:", StringComparison.Ordinal) == true)
        {
            await output.WriteLineAsync("  Plain http: set Hub:Certificate for HTTPS. 当前为 http，设置 Hub:Certificate 可启用 HTTPS。");
        }

        if (!await app.Services.GetRequiredService<AccountQueries>().AnyAsync(app.Lifetime.ApplicationStopping))
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync($"  No account yet. Open /setup with this code: 尚无账号，请打开 /setup 并输入：  {app.Services.GetRequiredService<SetupCode>().Value}");
        }

        await output.WriteLineAsync();
    }

    /// <summary>What a person may type: the configured address, loopback, then this machine's addresses in the local network.</summary>
    public static IReadOnlyList<string> Addresses(IServiceProvider services)
    {
        var bound = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var given = services.GetRequiredService<IOptions<HubOptions>>().Value.PublicAddress;
        var typed = bound.Select(b => new Uri(b.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal)))
            .SelectMany(uri => uri.Host is "0.0.0.0" or "[::]"
                ? LocalAddresses().Prepend("127.0.0.1").Select(host => new UriBuilder(uri) { Host = host }.Uri)
                : [uri])
            .Select(uri => uri.GetLeftPart(UriPartial.Authority));
        return [.. given.Length > 0 ? typed.Prepend(given.TrimEnd('/')) : typed];
    }

    /// <summary>The address for other devices, as seen from a page opened at <paramref name="here"/>: configured, else the page's own, else this machine's in the local network.</summary>
    public static string ForOthers(IServiceProvider services, string here)
    {
        var addresses = Addresses(services);
        var given = services.GetRequiredService<IOptions<HubOptions>>().Value.PublicAddress.Length > 0;
        var best = given || new Uri(here).IsLoopback ? addresses.FirstOrDefault(a => !new Uri(a).IsLoopback) : null;
        return (best ?? here).TrimEnd('/');
    }

    /// <summary>A QR code of half-height blocks, dark on light so that cameras read it on a dark console too.</summary>
    public static string QrCode(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L);
        using var code = new AsciiQRCode(data);
        return code.GetGraphicSmall(drawQuietZones: true);
    }

    private static IEnumerable<string> LocalAddresses() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .Where(a => a.Address.AddressFamily == AddressFamily.InterNetwork && !a.Address.ToString().StartsWith("169.254.", StringComparison.Ordinal))
        .Select(a => a.Address.ToString());
}
