using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed class HubOptionsTests
{
    [Fact]
    public void Problems_SeveralWrongSettings_NamesAllOfThem()
    {
        var failures = HubOptionsRules.Problems(new HubOptions
        {
            Port = 70_000,
            Data = "",
            Certificate = "/no/such/file.pem",
            Proxies = "10.0.0.1, proxy.example",
            PublicAddress = "hub.example",
        }).ToList();
        Assert.All(["Hub:Port", "Hub:Data", "Hub:Certificate ", "Hub:CertificateKey", "proxy.example", "Hub:PublicAddress"],
            word => Assert.Contains(failures, f => f.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Problems_Defaults_AreRight() => Assert.Empty(HubOptionsRules.Problems(new HubOptions()));

    [Theory]
    [InlineData("/manage?x=1", true)]
    [InlineData("//evil", false)]
    [InlineData("/\\evil", false)]
    [InlineData("manage", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsLocal_OnlyForPathsOfThisSite(string? address, bool local) => Assert.Equal(local, LocalAddress.IsLocal(address));

    [Fact]
    public void QrCode_OfAnAddress_IsAPictureOfBlocks()
    {
        var lines = Announcement.QrCode("http://192.168.1.20:5080").Split('\n');
        Assert.InRange(lines.Length, 10, 40);
        Assert.Contains(lines, line => line.Contains('█', StringComparison.Ordinal) || line.Contains('▀', StringComparison.Ordinal));
    }
}
