using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.BrowserTests.Judging;

/// <summary>The pad's own check of what is typed says the same as the server's, for thousands of texts and marks of every kind.</summary>
public class PadScoresTests
{
    private const int Seed = 20261120;

    private const string Script = """
        async cases => {
          const scores = await import("/js/pad/scores.js");
          const state = await (await fetch(document.getElementById("pad").dataset.state, { headers: { "X-Hub-Pad": "1" } })).json();
          const aspects = new Map(state.aspects.map(aspect => [aspect.key, scores.limits(aspect)]));
          return JSON.parse(cases).map(({ key, text }) => {
            const read = scores.parse(text);
            return read.error || scores.check(aspects.get(key), read.value) ? null : scores.format(read.value);
          });
        }
        """;

    private static readonly Aspect[] Aspects =
    [
        Schemes.Aspect("half", new PanelScore(new PanelMean()), "10", step: "0.5"),
        Schemes.Aspect("third", new PanelScore(new PanelMean()), "9.1", minimum: "1", step: "0.3"),
        Schemes.Aspect("signed", new DirectPoints(), "5", minimum: "-5", step: "0.25"),
        Schemes.Aspect("open", new DirectPoints(), null),
        Schemes.Aspect("steps", RuleForms.Bands, null, step: "0.25"),
        .. RuleForms.All.SelectMany(form => form.Aspects.Select((aspect, i) => i == 0 ? aspect with { Key = aspect.Rule.Word } : aspect))
            .Where(aspect => aspect.Kind != AspectKind.Imported),
    ];

    private static readonly string[] Odd =
    [
        "", " ", ".", "-", "+", "-.", "1.", ".5", "+7", "--1", "1e3", "0x10", "NaN", "Infinity", "9,5", "9，5", "1、2", "８.５", "８．５", "3。5", "－１", "−2", "1.0000000", "1.0000001",
        "1000000000", "1000000000.000001", "999999999999999999999", "00012", "1 2", "½", "一", "1.2.3", "0.3", "100000", "100001", "00000000000000000000000000000000000000001", " 5 ",
    ];

    [Fact]
    public async Task WhatThePadTakes_IsWhatTheServerTakes()
    {
        var random = new Random(Seed);
        var cases = Aspects.SelectMany(aspect => Texts(random).Select(text => (Aspect: aspect, Text: text))).ToList();
        await using var hall = await PadHall.OpenAsync(scheme: Schemes.OneForm(RuleForms.Judges, Aspects) with { FullMark = null });
        await using var browsers = await Browsers.StartAsync();
        var page = await (await browsers.DeviceAsync()).NewPageAsync();
        await hall.SignInAsync(page, "li", "/judge/games/welding/f");
        var said = await page.EvaluateAsync<string?[]>(Script, JsonSerializer.Serialize(cases.Select(c => new { key = c.Aspect.Key, text = c.Text })));
        var different = cases.Zip(said).Where(pair => Taken(pair.First.Aspect, pair.First.Text) != pair.Second)
            .Select(pair => $"{pair.First.Aspect.Key} \"{pair.First.Text}\": pad {pair.Second ?? "no"}, server {Taken(pair.First.Aspect, pair.First.Text) ?? "no"}").ToList();
        Assert.True(different.Count == 0, $"Seed {Seed}: {different.Count} of {cases.Count}: {string.Join("; ", different.Take(20))}");
        Assert.InRange(said.Count(text => text is not null), 1_000, cases.Count - 1_000);
    }

    private static string? Taken(Aspect aspect, string text) =>
        ScoreText.TryParse(text, out var score) && MarkRules.Check(aspect, MarkState.Value, score) is null ? ScoreText.Format(score) : null;

    private static IEnumerable<string> Texts(Random random) => Odd.Concat(Enumerable.Range(0, 1_000).Select(_ => ScoreText.Format(new Score(random.Next(4) switch
    {
        0 => random.Next(-20, 40) * 250_000L,
        1 => random.Next(-10, 40) * 1_000_000L,
        2 => 1_000_000L + (random.Next(0, 30) * 300_000L),
        _ => random.NextInt64(-12_000_000, 12_000_000),
    }))));
}
