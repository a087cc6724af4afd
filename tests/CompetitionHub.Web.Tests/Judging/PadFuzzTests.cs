using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;
using CompetitionHub.Web.Tests.Hosting;

namespace CompetitionHub.Web.Tests.Judging;

/// <summary>Thousands of seeded requests that no pad sends: each gets a clear answer, and only what was answered with "saved" is stored.</summary>
public sealed class PadFuzzTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private const int Seed = 20261120;
    private const int Runs = 4_000;

    private static readonly string[] Junk =
    [
        "null", "true", "[]", "{}", "0", "-1", "1e999", "1e400", "123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"<script>alert(1)</script>\"",
        "\"'; drop table marks; --\"", "\"9,5\"", "\"NaN\"", "\"1e5\"", "\"99999999999999999999\"", "\"０.５\"", "[[[[[[[[[[[[[]]]]]]]]]]]]]", "\"value\"", "\"mark\"", "2147483648", "0.5",
    ];

    [Fact]
    public async Task Commands_MutatedAtRandom_NeverBreakAnythingAndChangeOnlyWhatTheySay()
    {
        var judge = await hub.SignInAsAsync(Who.Judge);
        var hall = hub.Hall;
        var random = new Random(Seed);
        var saved = new HashSet<string>();
        for (var run = 0; run < Runs; run++)
        {
            var body = Mutated(random, hall);
            var (status, answer) = await judge.PostAsync(body);
            Assert.True(
                status is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge,
                $"Seed {Seed}, run {run}: {(int)status} for {body}");
            if (status != HttpStatusCode.OK)
            {
                Assert.False(string.IsNullOrWhiteSpace(answer.Json().GetProperty("sentence").GetString()), $"Run {run} has no sentence: {body}");
                continue;
            }

            foreach (var one in answer.Json().GetProperty("answers").EnumerateArray())
            {
                if (one.GetProperty("outcome").GetString() == "saved")
                {
                    saved.Add(one.GetProperty("id").GetString()!);
                }
                else
                {
                    Assert.False(string.IsNullOrWhiteSpace(one.GetProperty("sentence").GetString()), $"Run {run} refused without a sentence: {body}");
                }
            }
        }

        var stored = await hall.ScalarAsync<long>("select (select count(*) from marks) + (select count(*) from mark_sheets) + (select count(*) from audit_entries where action = 'entry_status_changed')");
        Assert.Equal(saved.Count, stored);
        Assert.Equal(0, await hall.ScalarAsync<long>("select count(*) from entries where status not in ('active', 'absent')"));
        Assert.Equal(0, await hall.ScalarAsync<long>("select count(*) from marks where state = 'value' and (value < 0 or value > 10000000 or value % 500000 <> 0)"));
    }

    private static string Mutated(Random random, MarkingHall hall)
    {
        var command = PadClient.Mark(hall, random.Next(3), random.Next(0, 21) % 2 == 0 ? "8.5" : random.Next(-5, 30).ToString(CultureInfo.InvariantCulture), random.Next(0, 3));
        if (random.Next(4) == 0)
        {
            command["kind"] = new[] { "submit", "reopen", "status" }[random.Next(3)];
            command["seen"] = new JsonObject { ["A1"] = 1 };
            command["from"] = "active";
        }

        var properties = command.Select(p => p.Key).ToArray();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var property = properties[random.Next(properties.Length)];
            switch (random.Next(5))
            {
                case 0: command.Remove(property); break;
                case 1: command[property] = Ids.New(TimeProvider.System); break;
                default: command[property] = JsonValue.Create("@junk" + random.Next(Junk.Length).ToString(CultureInfo.InvariantCulture) + "@"); break;
            }
        }

        var body = PadClient.Request(hall, command);
        for (var i = 0; i < Junk.Length; i++)
        {
            body = body.Replace($"\"@junk{i}@\"", Junk[i], StringComparison.Ordinal);
        }

        return random.Next(12) switch
        {
            0 => body[..random.Next(body.Length)],
            1 => body.Insert(random.Next(body.Length), ((char)random.Next(1, 0x3000)).ToString()),
            2 => body.Replace("[{", "[[{", StringComparison.Ordinal),
            3 => Junk[random.Next(Junk.Length)],
            _ => body,
        };
    }
}
