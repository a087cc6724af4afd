using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CompetitionHub.BrowserTests.Hosting;

/// <summary>What keeps the server from starting and is the operator's to solve is one sentence with what to do, never a stack trace.</summary>
public sealed class StartProblemsTests : IDisposable
{
    private readonly string folder = AppProcess.NewFolder();
    private readonly TcpListener busy = new(IPAddress.Loopback, 0);

    public StartProblemsTests() => busy.Start();

    private int BusyPort => ((IPEndPoint)busy.LocalEndpoint).Port;

    [Theory]
    [InlineData("port", "http://127.0.0.1:{0}", "Hub:Port")]
    [InlineData("foreign address", "cannot listen", "--urls")]
    [InlineData("data", "note.txt/data/competitionhub.sqlite", "Hub:Data")]
    [InlineData("damaged", "competitionhub.sqlite is damaged or is no database", "restore")]
    [InlineData("held", "in use by another CompetitionHub process", "Stop the server first")]
    [InlineData("postgres", "PostgreSQL cannot be used", "Hub:Postgres")]
    [InlineData("postgres text", "is not a connection string", "Hub:Postgres")]
    [InlineData("certificate", "hub.pfx", "does not exist")]
    [InlineData("certificate password", "hub.pfx cannot be used", "Hub:CertificatePassword")]
    [InlineData("certificate of another key", "hub.pem cannot be used", "Hub:CertificateKey")]
    public async Task Start_OperatorsProblem_IsOneSentence(string problem, string what, string remedy)
    {
        using var held = problem == "held" ? Core.Data.SqliteLock.Take(Database) : null;
        var (code, output, problems) = await AppProcess.RunToEndAsync(Arguments(problem));

        Assert.Equal(1, code);
        var sentence = Assert.Single(problems.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(string.Format(null, what, BusyPort), sentence, StringComparison.Ordinal);
        Assert.Contains(remedy, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        busy.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Database => Path.Combine(folder, "competitionhub.sqlite");

    private string[] Arguments(string problem)
    {
        string[] data = [$"--Hub:Data={folder}", "--Hub:Port=0"];
        switch (problem)
        {
            case "port":
                return [data[0], $"--Hub:Port={BusyPort}"];
            case "foreign address":
                // Set aside for documentation (RFC 5737): no machine has it.
                return [data[0], "--urls", "http://192.0.2.1:5080"];
            case "data":
                File.WriteAllText(Path.Combine(folder, "note.txt"), "A file is no folder.");
                return [$"--Hub:Data={Path.Combine(folder, "note.txt", "data")}", data[1]];
            case "damaged":
                File.WriteAllText(Database, new string('?', 10_000));
                return data;
            case "postgres":
                return [.. data, "--Hub:Postgres=Host=127.0.0.1;Port=1;Username=hub;Database=hub"];
            case "postgres text":
                return [.. data, "--Hub:Postgres=somewhere"];
            case "certificate":
                return [.. data, $"--Hub:Certificate={Path.Combine(folder, "hub.pfx")}"];
            case "certificate password":
                return [.. data, $"--Hub:Certificate={WritePfx("right")}", "--Hub:CertificatePassword=wrong"];
            case "certificate of another key":
                var (certificate, key) = WritePem();
                return [.. data, $"--Hub:Certificate={certificate}", $"--Hub:CertificateKey={key}"];
            default:
                return data;
        }
    }

    private string WritePfx(string password)
    {
        using var certificate = NewCertificate();
        var file = Path.Combine(folder, "hub.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, password));
        return file;
    }

    private (string Certificate, string Key) WritePem()
    {
        using var certificate = NewCertificate();
        using var other = RSA.Create(2048);
        var (file, key) = (Path.Combine(folder, "hub.pem"), Path.Combine(folder, "hub.key"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(key, other.ExportPkcs8PrivateKeyPem());
        return (file, key);
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=hub.lan", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
    }
}
