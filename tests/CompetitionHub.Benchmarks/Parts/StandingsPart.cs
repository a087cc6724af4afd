using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using Microsoft.Extensions.DependencyInjection;
using static CompetitionHub.Benchmarks.Report.Section;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>Standings of 100,000 entries made anew, and of 2,000 after one mark: in memory, and with everything read from and written to the database.</summary>
internal static class StandingsPart
{
    private const int Entries = 100_000;
    private const int SmallEntries = 2_000;
    private const int Rounds = 5;
    private const int DatabaseRounds = 3;
    private const int Updates = 500;

    public static async Task<Section> RunAsync()
    {
        var section = new Section("Standings",
            $"{Number(Entries)} entries with 10 aspects each, one judge; medians of {Rounds} rounds in memory and {DatabaseRounds} through the database. \"In memory\" computes every total exactly from its marks and ranks all entries. \"Through the database\" reads the marks, writes a staff and a public row for each entry of a board that has none, and commits; its limit is SQLite alone reading the same marks and copying the finished rows.");
        InMemory(section);
        await RebuildAsync(section);
        await UpdateAsync(section);
        return section;
    }

    private static void InMemory(Section section)
    {
        var plan = new ScratchPlan(1, Entries, 1, 10);
        var scheme = CompiledScheme.Compile(plan.ToScheme());
        var random = new Random(20260001);
        var keys = Enumerable.Range(0, plan.Aspects).Select(ScratchPlan.AspectKey).ToArray();
        var marks = Enumerable.Range(0, Entries)
            .Select(number => new ContestEntry($"E{number}", "", true, [.. keys.Select(key => new CountedMark(key, 1, MarkState.Value, new Score(random.Next(101) * 100_000L)))]))
            .ToArray();
        IReadOnlyList<Fraction?>[] totals = [];
        var build = Clock.Median(Rounds, () =>
        {
            var calculator = new EntryCalculator(scheme);
            totals = [.. marks.Select(entry => calculator.Calculate(entry).Keys)];
            Ranking.Rank(totals, key => key);
        });
        var sort = Clock.Median(Rounds, () => Array.Sort(totals.Select(key => key[0]!.Value).ToArray()));
        section.Add("100,000 entries rebuilt in memory: exact totals from 1,000,000 marks, then ranks", Number(build, "ms"), $"sorting the same keys alone: {Number(sort, "ms", 1)}",
            Number(sort / build, "", 2), "< 1,000 ms", build < 1000);
    }

    private static async Task RebuildAsync(Section section)
    {
        using var scratch = await ScratchHub.CreateAsync(new(1, Entries, 1, 10, Marked: Entries));
        await using var services = await scratch.OpenAsync();
        var samples = new List<double>();
        for (var round = 0; round < DatabaseRounds; round++)
        {
            // Rows that are there and right would not be written again.
            await services.GetRequiredService<Database>().InTransactionAsync(async session =>
            {
                await session.ExecuteAsync("delete from standing_rows");
                return Result.Success();
            });
            samples.Add(await Clock.TimeAsync(() => ProjectAsync(services, scratch.Contests[0].Id, null)));
        }

        using var raw = new RawSqlite(scratch.File);
        var copy = Clock.Median(1, raw.CopyStandings);
        var rebuild = Stats.Median(samples);
        section.Add("100,000 entries rebuilt through the database", Number(rebuild, "ms"), $"SQLite alone: {Number(copy, "ms")}", Number(copy / rebuild, "", 2), "< 1,000 ms", rebuild < 1000);
    }

    private static async Task UpdateAsync(Section section)
    {
        using var scratch = await ScratchHub.CreateAsync(new(1, SmallEntries, 1, 10, Marked: SmallEntries));
        await using var services = await scratch.OpenAsync();
        var contest = scratch.Contests[0];
        await ProjectAsync(services, contest.Id, null);
        var commits = new List<double>();
        for (var i = 0; i < Updates; i++)
        {
            commits.Add(await Clock.TimeAsync(() => ProjectAsync(services, contest.Id, contest.Entries[i * 7 % SmallEntries].Id)));
        }

        var lines = await services.GetRequiredService<Database>().ReadAsync(session => StandingsRepository.ListAsync(session, contest.Id, Audience.Public));
        var rank = Clock.Median(100, () => BoardOrder.Of(lines.Values, CompiledScheme.Compile(new ScratchPlan(1, SmallEntries, 1, 10).ToScheme())));
        using var raw = new RawSqlite(scratch.File);
        var commit = raw.Commit(Updates);
        var update = Stats.Median(commits);
        section.Add("one entry of 2,000 after a mark: recomputed, both rows written, durably committed (p50)", Number(update, "ms", 2), $"a durable commit of one small row: {Number(commit, "ms", 2)}",
            Number(commit / update, "", 2), "< 5 ms", update < 5);
        section.Add("the same (p99)", Number(Stats.Percentile(commits, 99), "ms", 2));
        section.Add("the same (p50) and all 2,000 entries ranked anew", Number(update + rank, "ms", 2), "", "", "< 5 ms", update + rank < 5);
    }

    private static Task<Result> ProjectAsync(ServiceProvider services, string contestId, string? entryId)
    {
        var projector = services.GetRequiredService<StandingsProjector>();
        return services.GetRequiredService<Database>().InTransactionAsync(session =>
        {
            if (entryId is null)
            {
                projector.ContestChanged(session, contestId);
            }
            else
            {
                projector.EntryChanged(session, contestId, entryId);
            }

            return Task.FromResult(Result.Success());
        });
    }
}
