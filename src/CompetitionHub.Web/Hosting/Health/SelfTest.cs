using System.Collections;
using System.Globalization;
using System.IO.Compression;
using System.Resources;
using System.Security.Cryptography;
using CompetitionHub.Core.Data;
using Microsoft.AspNetCore.DataProtection;

namespace CompetitionHub.Web.Hosting.Health;

/// <summary>Everything without which people would stand before a page that does not work: run at start and by /health/ready.</summary>
public sealed class SelfTest(
    DatabaseSelfTest data, IDataProtectionProvider protection, IWebHostEnvironment environment, OwnAddress own, ILogger<SelfTest> log)
{
    private const string ScriptPath = "_framework/blazor.web.js";

    /// <summary>Shipped files cannot change while the process runs: once right is right.</summary>
    private volatile bool filesAreRight;

    public async Task<IReadOnlyList<DataCheck>> RunAsync(CancellationToken cancellationToken)
    {
        List<DataCheck> checks = [.. await data.RunAsync(cancellationToken)];
        checks.Add(await TryAsync("key ring", KeyRingAsync));
        DataCheck[] files =
        [
            await TryAsync("blazor script", () => filesAreRight ? Task.FromResult("complete") : ScriptAsync(cancellationToken)),
            await TryAsync("resources", () => filesAreRight ? Task.FromResult("complete") : Task.FromResult(Resources())),
        ];
        filesAreRight = files.All(c => c.Healthy);
        checks.AddRange(files);
        foreach (var failed in checks.Where(c => !c.Healthy))
        {
            log.LogError("Self-test: {Name} failed: {Detail}", failed.Name, failed.Detail);
        }

        return checks;
    }

    private Task<string> KeyRingAsync()
    {
        var protector = protection.CreateProtector("self-test");
        return protector.Unprotect(protector.Protect("open")) == "open" ? Task.FromResult("opens what it closed") : throw new CryptographicException("The key ring does not open what it closed.");
    }

    /// <summary>Asks over the wire, in each encoding: a wrong set-up of static assets answers 200 with an empty body.</summary>
    private async Task<string> ScriptAsync(CancellationToken cancellationToken)
    {
        if (own.Find() is not { } address)
        {
            return "no address to ask";
        }

        var file = environment.WebRootFileProvider.GetFileInfo(ScriptPath);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"{ScriptPath} is not among the static assets; build the web project again.");
        }

        await using var stored = file.CreateReadStream();
        var expected = await SHA256.HashDataAsync(stored, cancellationToken);
        using var client = OwnAddress.Client(address);
        foreach (var encoding in new[] { "identity", "gzip", "br" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, ScriptPath);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var response = await client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            var sent = response.Content.Headers.ContentEncoding.LastOrDefault();
            await using var body = Decoded(await response.Content.ReadAsStreamAsync(cancellationToken), sent);
            var received = await SHA256.HashDataAsync(body, cancellationToken);
            if (!expected.AsSpan().SequenceEqual(received))
            {
                throw new InvalidDataException($"{ScriptPath} as {encoding} is not the file.");
            }
        }

        return "complete as identity, gzip and br";
    }

    private static Stream Decoded(Stream body, string? encoding) => encoding switch
    {
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        _ => body,
    };

    private static string Resources()
    {
        var assembly = typeof(SelfTest).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith("Text.resources", StringComparison.Ordinal)).ToList();
        foreach (var name in names)
        {
            var texts = new ResourceManager(name[..^".resources".Length], assembly);
            var english = Keys(texts, CultureInfo.InvariantCulture);
            var chinese = Keys(texts, CultureInfo.GetCultureInfo("zh"));
            if (!english.SetEquals(chinese))
            {
                english.SymmetricExceptWith(chinese);
                throw new MissingManifestResourceException($"{name}: only in one language: {string.Join(", ", english)}");
            }
        }

        return $"{names.Count} sets of texts in two languages";
    }

    private static HashSet<string> Keys(ResourceManager texts, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is { } set
            ? [.. set.Cast<DictionaryEntry>().Select(e => (string)e.Key)]
            : [];

    private static async Task<DataCheck> TryAsync(string name, Func<Task<string>> check)
    {
        try
        {
            return new DataCheck(name, true, await check());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new DataCheck(name, false, e.Message);
        }
    }
}
