using System.Globalization;
using CompetitionHub.Benchmarks.Report;
using CompetitionHub.Benchmarks.Scratch;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using static CompetitionHub.Benchmarks.Report.Section;
using FieldContext = CompetitionHub.Core.Standings.Calculation.FieldContext;

namespace CompetitionHub.Benchmarks.Parts;

/// <summary>The engine alone, in memory: five judges, a trimmed mean, rounding at two levels, two tie-breaks; and the same where panels are corrected against each other.</summary>
internal static class EnginePart
{
    private const int Entries = 100_000;
    private const int SmallEntries = 2_000;
    private const int Judges = 5;
    private const int Aspects = 10;
    private const int Panels = 20;
    private const int Rounds = 5;
    private const int Updates = 200;

    public static Task<Section> RunAsync()
    {
        var section = new Section("Engine",
            $"{Number(Entries)} entries × {Aspects} aspects × {Judges} judges, from loaded marks to sorted standings in memory, medians of {Rounds} rounds: mean of three after dropping the highest and the lowest mark, rounded to two decimals, the total too; ties decided by the best aspect, then by all aspects from the best. \"Corrected\" multiplies the points of each of {Panels} panels by the mean of all ÷ the mean of the panel, so that every mark moves every entry. The limit is sorting the finished keys.");
        var scheme = CompiledScheme.Compile(Scheme(null));
        var corrected = CompiledScheme.Compile(Scheme(new Normalisation(NormalisationMethod.FactorAllEntries, new RoundingRule(3))));
        var entries = MakeEntries(Entries);

        Rebuild(section, "", scheme, entries);
        Rebuild(section, ", corrected between panels", corrected, entries);
        Memory(section, scheme, entries);
        foreach (var count in new[] { SmallEntries, Entries })
        {
            Update(section, count, "", scheme, entries);
        }

        Update(section, SmallEntries, ", corrected between panels: all entries computed", corrected, entries);
        return Task.FromResult(section);
    }

    private static void Rebuild(Section section, string how, CompiledScheme scheme, ContestEntry[] entries)
    {
        IReadOnlyList<Fraction?>[] keys = [];
        var build = Clock.Median(Rounds, () => Ranking.Rank(keys = Compute(scheme, entries), key => key));
        var sort = Clock.Median(Rounds, () => Array.Sort([.. keys], (left, right) => Ranking.Compare(left, right, out _)));
        section.Add($"5,000,000 marks of 100,000 entries to sorted standings{how}", Number(build, "ms"), $"sorting the same keys alone: {Number(sort, "ms")}",
            Number(sort / build, "", 2), how.Length == 0 ? "< 1,000 ms" : "", how.Length == 0 ? build < 1000 : null);
    }

    private static void Memory(Section section, CompiledScheme scheme, ContestEntry[] entries)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var kept = Compute(scheme, entries);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        section.Add("memory per entry: what ranks it", Number(held / (double)Entries, "bytes"), $"its {Judges * Aspects} marks: {Number(MarkBytes * Judges * Aspects, "bytes")}");
        section.Add("memory per entry: allocated while it is computed", Number(allocated / (double)Entries, "bytes"));
    }

    // One judge changes one mark: what has to be computed again, then the order of all lines.
    private static void Update(Section section, int count, string how, CompiledScheme scheme, ContestEntry[] entries)
    {
        ContestEntry[] field = [.. entries.Take(count)];
        var keys = Compute(scheme, field);
        var random = new Random(20260002);
        var (compute, rank) = (new List<double>(), new List<double>());
        for (var i = 0; i < (count == SmallEntries ? Updates : Rounds); i++)
        {
            var place = random.Next(count);
            field[place] = field[place] with { Marks = MakeMarks(random) };
            compute.Add(Clock.Time(() =>
            {
                if (scheme.DependsOnField)
                {
                    keys = Compute(scheme, field);
                }
                else
                {
                    keys[place] = new EntryCalculator(scheme).Calculate(field[place]).Keys;
                }
            }));
            rank.Add(Clock.Time(() => Ranking.Rank(keys, key => key)));
        }

        var (update, order) = (Stats.Median(compute), Stats.Median(rank));
        section.Add($"one mark among {Number(count)} entries{how}", Number(update * 1000, "µs"));
        section.Add("the same and all of them ranked anew", Number(update + order, "ms", 2), $"ranking alone: {Number(order, "ms", 2)}", Number(order / (update + order), "", 2));
    }

    private static IReadOnlyList<Fraction?>[] Compute(CompiledScheme scheme, ContestEntry[] entries)
    {
        var calculator = new EntryCalculator(scheme, FieldContext.Gather(scheme, entries));
        var keys = new IReadOnlyList<Fraction?>[entries.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = calculator.Calculate(entries[i]).Keys;
        }

        return keys;
    }

    private static MarkingScheme Scheme(Normalisation? normalise)
    {
        var scheme = new ScratchPlan(1, Entries, Judges, Aspects).ToScheme();
        var (stage, module) = (scheme.Stages[0], scheme.Stages[0].Modules[0]);
        var form = module.Forms[0] with { Aspects = [.. module.Forms[0].Aspects.Select(aspect => aspect with { Rule = new PanelScore(new TrimmedMean(1, 1)) })] };
        return scheme with
        {
            Rounding = new RoundingPlan { Panel = new RoundingRule(2), Total = new RoundingRule(2) },
            TieBreaks = [new BestSingleTieBreak(PartLevel.Aspect), new CountbackTieBreak(PartLevel.Aspect)],
            Stages = [stage with { Modules = [module with { Forms = [form], Normalise = normalise }] }],
        };
    }

    private static ContestEntry[] MakeEntries(int count)
    {
        var random = new Random(20260001);
        return [.. Enumerable.Range(0, count).Select(number => new ContestEntry($"E{number}", (number % Panels).ToString(CultureInfo.InvariantCulture), true, MakeMarks(random)))];
    }

    private static CountedMark[] MakeMarks(Random random) =>
        [.. Keys.SelectMany(_ => Enumerable.Range(1, Judges), (key, seat) => new CountedMark(key, seat, MarkState.Value, new Score(random.Next(201) * 50_000L)))];

    private static readonly string[] Keys = [.. Enumerable.Range(0, Aspects).Select(ScratchPlan.AspectKey)];

    private static readonly int MarkBytes = System.Runtime.CompilerServices.Unsafe.SizeOf<CountedMark>();
}
