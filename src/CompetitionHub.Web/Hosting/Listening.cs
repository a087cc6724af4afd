using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Hosting;

/// <summary>Where the server listens and whose forwarded headers it believes.</summary>
public static class Listening
{
    /// <summary>Reads the settings and throws an <see cref="OptionsValidationException"/> that names every wrong one, before anything uses them.</summary>
    public static HubOptions AddHubOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section);
        HubOptions hub;
        try
        {
            hub = builder.Configuration.GetSection(HubOptions.Section).Get<HubOptions>() ?? new HubOptions();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new OptionsValidationException(HubOptions.Section, typeof(HubOptions), [$"{unreadable.Message} {unreadable.InnerException?.Message}"]);
        }

        var problems = HubOptionsRules.Problems(hub).ToList();
        return problems.Count == 0 ? hub : throw new OptionsValidationException(HubOptions.Section, typeof(HubOptions), problems);
    }

    public static void AddListening(this WebApplicationBuilder builder, HubOptions hub)
    {
        // An address given on the command line (--urls) or by a test wins.
        var isAddressGiven = !string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]);
        var certificate = isAddressGiven || hub.Certificate.Length == 0 ? null : Certificate(hub);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Uploads that may be larger say so at their endpoint.
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            if (!isAddressGiven)
            {
                kestrel.Listen(hub.Lan ? IPAddress.Any : IPAddress.Loopback, hub.Port, listen =>
                {
                    if (certificate is not null)
                    {
                        listen.UseHttps(certificate);
                    }
                });
            }
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = hub.ProxyList.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in hub.ProxyList)
            {
                if (IPAddress.TryParse(proxy, out var address))
                {
                    forwarded.KnownProxies.Add(address);
                }
            }
        });
    }

    private static X509Certificate2 Certificate(HubOptions hub)
    {
        try
        {
            return LoadCertificate(hub);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new OptionsValidationException(HubOptions.Section, typeof(HubOptions),
                [$"The certificate {hub.Certificate} cannot be used: {e.Message.TrimEnd('.')}. Correct Hub:Certificate, Hub:CertificateKey or Hub:CertificatePassword."]);
        }
    }

    private static X509Certificate2 LoadCertificate(HubOptions hub)
    {
        if (!hub.Certificate.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(hub.Certificate, hub.CertificatePassword);
        }

        using var pem = hub.CertificatePassword.Length == 0
            ? X509Certificate2.CreateFromPemFile(hub.Certificate, hub.CertificateKey)
            : X509Certificate2.CreateFromEncryptedPemFile(hub.Certificate, hub.CertificatePassword, hub.CertificateKey);
        // A key that lives only in memory cannot be used for TLS on Windows; the round trip stores it with the certificate.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }
}
