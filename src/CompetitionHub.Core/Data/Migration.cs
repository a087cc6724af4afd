using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CompetitionHub.Core.Data;

/// <summary>One embedded script of <c>db/migrations</c>: NNNN_name.sql, or NNNN_name.postgres.sql in its place on PostgreSQL.</summary>
internal sealed partial record Migration(int Version, string Name, string Sql)
{
    /// <summary>SHA-256 of the text with line ends normalised, lower-case hex.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>All migrations for a database, by version; versions are 1, 2, 3 … without a gap.</summary>
    public static IReadOnlyList<Migration> For(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? Sqlite.Value : Postgres.Value;

    private static readonly Lazy<IReadOnlyList<Migration>> Sqlite = new(() => Load(DatabaseKind.Sqlite));
    private static readonly Lazy<IReadOnlyList<Migration>> Postgres = new(() => Load(DatabaseKind.Postgres));

    private static Migration[] Load(DatabaseKind kind)
    {
        var assembly = typeof(Migration).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Match: FileName().Match(resource)))
            .Where(f => f.Match.Success)
            .Select(f => (
                f.Resource,
                Version: int.Parse(f.Match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture),
                Name: f.Match.Groups["name"].Value,
                IsVariant: f.Match.Groups["variant"].Success))
            .Where(f => !f.IsVariant || kind == DatabaseKind.Postgres)
            .ToList();
        var migrations = files
            .GroupBy(f => f.Version)
            .OrderBy(g => g.Key)
            .Select(g => g.OrderByDescending(f => f.IsVariant).First())
            .Select(f => new Migration(f.Version, f.Name, Read(assembly, f.Resource)))
            .ToArray();
        if (files.GroupBy(f => (f.Version, f.IsVariant)).Any(g => g.Count() > 1) || migrations.Where((m, i) => m.Version != i + 1).Any())
        {
            throw new InvalidOperationException("Migrations are numbered 0001, 0002, … without a gap or a repeat.");
        }

        return migrations;
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^migrations/(?<version>\d{4})_(?<name>[a-z0-9_]+)(?<variant>\.postgres)?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
