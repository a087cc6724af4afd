using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Tests.Interchange;

/// <summary>Folders spoilt at random places (seeded): the reader never throws, and what it refuses leaves nothing behind.</summary>
public sealed class FolderFuzzTests
{
    private static readonly string[] Nasty =
    [
        "\"", ",", "\n", "\r", "\0", "{", "}", "[", "]", ":", "null", "true", "-1", "0", "1e308", "99999999999999999999999", "0.0000000001", "٣", "９", "\\u0000", "\\ud800",
        "../../etc/passwd", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u202e", "\ufeff", "张", "🏅", "';drop table marks;--", "{\"a\":{\"a\":{\"a\":{}}}}", "value", "submitted",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Read_FolderSpoiltAtRandom_NeverThrows(int seed)
    {
        var random = new Random(seed);
        var files = FolderCopy.ListOriginal();
        using var folder = new FolderCopy();
        var refused = 0;
        for (var round = 0; round < 200; round++)
        {
            // The set-up is where most can go wrong.
            var file = random.Next(3) == 0 ? "competition.json" : files[random.Next(files.Count)];
            File.WriteAllBytes(folder.At(file), Spoil(FolderCopy.ReadOriginal(file), random));

            var problems = new ProblemList();
            var read = FolderReader.Read(folder.Path, problems);

            Assert.Equal(problems.IsEmpty, read is not null);
            Assert.True(problems.Items.Count <= ProblemList.Limit);
            refused += read is null ? 1 : 0;
            File.WriteAllBytes(folder.At(file), FolderCopy.ReadOriginal(file));
        }
        Assert.InRange(refused, 100, 200);
    }

    [Fact]
    public async Task Import_FoldersSpoiltAtRandom_IsAllOrNothing()
    {
        await using var db = await InterchangeDatabase.CreateAsync(DatabaseKind.Sqlite);
        var random = new Random(5);
        var files = FolderCopy.ListOriginal();
        using var folder = new FolderCopy();
        var expected = 0;
        for (var round = 0; round < 60; round++)
        {
            var file = files[random.Next(files.Count)];
            File.WriteAllBytes(folder.At(file), Spoil(FolderCopy.ReadOriginal(file), random));
            // Each that is sound comes in under its own address.
            folder.Replace("competition.json", file == "competition.json" ? "\"" : "\"slug\": \"demo-games\"", file == "competition.json" ? "\"" : $"\"slug\": \"games-{round}\"");

            var outcome = await db.Get<ImportService>().ImportAsync(Actor.System, folder.Path);

            expected += outcome.Succeeded ? 1 : 0;
            Assert.Equal(expected, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from competitions")));
            Assert.Equal(expected * 6, await db.Database.ReadAsync(s => s.ScalarAsync<long>("select count(*) from boards")));
            foreach (var original in files)
            {
                File.WriteAllBytes(folder.At(original), FolderCopy.ReadOriginal(original));
            }
        }
        Assert.InRange(expected, 1, 59);
    }

    private static byte[] Spoil(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, System.Text.Encoding.UTF8.GetBytes(Nasty[random.Next(Nasty.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)'[', random.Next(1, 200)));
                    break;
            }
            if (bytes.Count == 0)
            {
                return [];
            }
        }
        return [.. bytes];
    }
}
