namespace CompetitionHub.Web.Hosting;

/// <summary>The settings of section <c>Hub</c>; README lists them with their defaults.</summary>
public sealed class HubOptions
{
    public const string Section = "Hub";

    /// <summary>Folder of the SQLite file, its key ring and the automatic backups.</summary>
    public string Data { get; set; } = "data";

    /// <summary>Connection string of PostgreSQL; empty: SQLite in <see cref="Data"/>.</summary>
    public string Postgres { get; set; } = "";

    public int Port { get; set; } = 5080;

    /// <summary>False: only this machine (127.0.0.1). True: every address of this machine, for phones in the hall.</summary>
    public bool Lan { get; set; }

    /// <summary>Certificate file (.pfx, or .pem with <see cref="CertificateKey"/>): the port then speaks HTTPS.</summary>
    public string Certificate { get; set; } = "";

    public string CertificateKey { get; set; } = "";

    public string CertificatePassword { get; set; } = "";

    /// <summary>Addresses of the proxies in front, separated by commas; only their forwarded headers are believed.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>The address people type, when it differs from the machine's own (a name, a proxy); printed with the QR code.</summary>
    public string PublicAddress { get; set; } = "";

    public IReadOnlyList<string> ProxyList => Proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What settings may be.</summary>
public static class HubOptionsRules
{
    /// <summary>Every wrong setting at once, so that a start fails only once.</summary>
    public static IEnumerable<string> Problems(HubOptions o)
    {
        if (o.Port is < 0 or > 65535)
        {
            yield return $"Hub:Port is {o.Port}; a port lies between 1 and 65535 (0: any free one).";
        }

        if (o.Data.Length == 0 && o.Postgres.Length == 0)
        {
            yield return "Hub:Data is empty; name the folder of the SQLite database, or set Hub:Postgres.";
        }

        if (o.Certificate.Length > 0 && !File.Exists(o.Certificate))
        {
            yield return $"Hub:Certificate names the file '{o.Certificate}', which does not exist.";
        }

        if (o.CertificateKey.Length > 0 && !File.Exists(o.CertificateKey))
        {
            yield return $"Hub:CertificateKey names the file '{o.CertificateKey}', which does not exist.";
        }

        if (o.Certificate.EndsWith(".pem", StringComparison.OrdinalIgnoreCase) && o.CertificateKey.Length == 0)
        {
            yield return "Hub:Certificate is a .pem file; Hub:CertificateKey must name the file with its private key.";
        }

        foreach (var proxy in o.ProxyList.Where(p => !System.Net.IPAddress.TryParse(p, out _)))
        {
            yield return $"Hub:Proxies contains '{proxy}', which is not an IP address.";
        }

        if (o.PublicAddress.Length > 0 && !(Uri.TryCreate(o.PublicAddress, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            yield return $"Hub:PublicAddress is '{o.PublicAddress}'; expected something like https://hub.example.org.";
        }
    }
}
