using System.Globalization;
using System.Text.RegularExpressions;
using CompetitionHub.Core.Data;
using CompetitionHub.TestKit;

namespace CompetitionHub.Core.Tests.Architecture;

public sealed partial class MigrationFileTests
{
    [Fact]
    public void Folder_IsNumberedWithoutAGap() => Assert.Empty(Problems(Names()));

    [Theory]
    [InlineData("0001_initial.sql", "0003_later.sql")]
    [InlineData("0001_initial.sql", "0001_again.sql")]
    [InlineData("0001_initial.sql", "2_short.sql")]
    [InlineData("0001_initial.sql", "0002_Upper.sql")]
    [InlineData("0001_initial.sql", "0002_only.postgres.sql")]
    [InlineData("0001_initial.sql", "0002_down.sql.txt")]
    public void Folder_Canaries_AreCaught(params string[] names) => Assert.NotEmpty(Problems(names));

    [Fact]
    public void EveryScript_IsEmbedded() =>
        Assert.Equal(Names().Count(n => !n.EndsWith(".postgres.sql", StringComparison.Ordinal)), Migration.For(DatabaseKind.Sqlite).Count);

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Path.Combine(Needs.Repository(), "db", "migrations")).Select(p => Path.GetFileName(p));

    private static IEnumerable<string> Problems(IEnumerable<string> names)
    {
        var all = names.ToList();
        var versions = new List<int>();
        foreach (var name in all.Order(StringComparer.Ordinal))
        {
            var match = FileName().Match(name);
            if (!match.Success)
            {
                yield return $"{name} is not NNNN_name.sql or NNNN_name.postgres.sql";
            }
            else if (!match.Groups["variant"].Success)
            {
                versions.Add(int.Parse(match.Groups["version"].Value, CultureInfo.InvariantCulture));
            }
            else if (!all.Contains(name.Replace(".postgres.sql", ".sql", StringComparison.Ordinal)))
            {
                yield return $"{name} has no portable counterpart";
            }
        }

        if (!versions.SequenceEqual(Enumerable.Range(1, versions.Count)))
        {
            yield return $"versions {string.Join(", ", versions)}";
        }
    }

    [GeneratedRegex(@"^(?<version>\d{4})_[a-z0-9]+(_[a-z0-9]+)*(?<variant>\.postgres)?\.sql$")]
    private static partial Regex FileName();
}
