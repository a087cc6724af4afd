namespace CompetitionHub.Web.Hosting.Health;

/// <summary>Tells one run of the server from the next: an open page that meets another boot id knows that its circuit is gone.</summary>
public sealed class Boot
{
    public string Id { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
}
