namespace CompetitionHub.TestKit;

/// <summary>In CI nothing may be skipped for want of a server, a browser or a data set.</summary>
public static class Ci
{
    public static bool IsRunning => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
