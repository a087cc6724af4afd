namespace CompetitionHub.Web.Hosting;

/// <summary>Return addresses come from the query string; only those of this site are followed.</summary>
public static class LocalAddress
{
    /// <summary>True for "/path"; false for other sites, also as "//host", "/\host" or with control characters that browsers drop.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);

    public static string OrElse(string? address, string fallback) => IsLocal(address) ? address! : fallback;
}
