using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Live;

/// <summary>The address that phones in the hall reach this server under: for QR codes. Never taken from a request, whose Host anybody can invent.</summary>
public sealed class PublicAddress(IServiceProvider services)
{
    private string? found;

    /// <summary>The configured address, else this machine's in the local network, else whatever it listens on.</summary>
    public string Value
    {
        get
        {
            if (found is null)
            {
                var addresses = Announcement.Addresses(services);
                found = addresses.FirstOrDefault(address => !new Uri(address).IsLoopback) ?? (addresses.Count > 0 ? addresses[0] : null);
            }

            return found ?? "";
        }
    }
}
