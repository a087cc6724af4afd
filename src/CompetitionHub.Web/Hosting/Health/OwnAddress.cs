using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CompetitionHub.Web.Hosting.Health;

/// <summary>The address at which this process reaches itself, for tests of what really goes over the wire.</summary>
public sealed class OwnAddress(IServer server)
{
    public Uri? Find()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (bound is null)
        {
            return null;
        }

        var uri = new UriBuilder(bound.Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal));
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)))
        {
            uri.Host = "127.0.0.1";
        }

        return uri.Uri;
    }

    /// <summary>A client for this process only: the certificate is made for the name people type, not for the loopback address.</summary>
    public static HttpClient Client(Uri address) => new(new HttpClientHandler
    {
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        ServerCertificateCustomValidationCallback = (request, _, _, _) => request.RequestUri?.IsLoopback == true || request.RequestUri?.Host == address.Host,
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(10),
    };
}
