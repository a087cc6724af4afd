using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>The JSON that the pad reads: scores are texts, times unix milliseconds, names in the reader's language. Entries are ids and codes only.</summary>
public sealed record PadStateJson(
    string Judge, string ContestId, string FormKey, int Seat, bool ForJudge, int SchemeVersion, bool Running, bool Closed,
    IReadOnlyList<PadAspectJson> Aspects, IReadOnlyList<PadEntryJson> Entries)
{
    public static PadStateJson Of(PadState state, string accountId) => new(
        accountId, state.ContestId, state.FormKey, state.Seat, state.ForJudge, state.SchemeVersion,
        state.CompetitionState == CompetitionState.Running, state.Closed,
        [.. state.Aspects.Select(aspect => PadAspectJson.Of(aspect, state.IsAttempt))], [.. state.Entries.Select(PadEntryJson.Of)]);
}

/// <summary>
/// An aspect with everything the pad checks and shows by: what the number of a mark is, its limits (none: open), the only marks there are where they are
/// listed, and what a mark comes to where that can be said.
/// </summary>
public sealed record PadAspectJson(
    string Key, string Name, string Unit, string Role, bool Panel, bool Fails, string? Min, string? Max, string? Step, IReadOnlyList<PadChoiceJson>? Choices, string Factor, PadWorthJson? Worth)
{
    public static PadAspectJson Of(Aspect aspect, bool isAttempt)
    {
        var range = aspect.Rule.Marks(aspect);
        return new(
            aspect.Key, aspect.Name.In(Languages.Current), EnumText.Write(range.Unit), EnumText.Write(aspect.Role), aspect.Kind == AspectKind.PanelScore, JudgingRules.OffersFailed(aspect, isAttempt),
            Text(range.Minimum), Text(range.Maximum), Text(range.Step),
            range.Listed.Count == 0 ? null : [.. range.Listed.Select(value => new PadChoiceJson(ScoreText.Format(value), Benchmark(aspect.Rule, value)))],
            ScoreText.Format(aspect.Factor),
            aspect.Rule.Worth(aspect) is { } worth ? new(ScoreText.Format(worth.Base), ScoreText.Format(worth.Per), Text(worth.Floor), Text(worth.Cap)) : null);
    }

    private static string? Text(Score? score) => score is { } value ? ScoreText.Format(value) : null;

    // What a level of a judgement means, in the reader's language.
    private static string? Benchmark(AspectRule rule, Score level) =>
        (rule as Judgement)?.Benchmarks.FirstOrDefault(benchmark => Score.Points(benchmark.Level) == level)?.Text.In(Languages.Current);
}

/// <summary>A mark that can be chosen, with what it means.</summary>
public sealed record PadChoiceJson(string Value, string? Text);

/// <summary>What a mark comes to before the factor: base + per · mark, within floor and cap.</summary>
public sealed record PadWorthJson(string Base, string Per, string? Floor, string? Cap);

/// <summary>An entry with the seat's sheet and marks by aspect key.</summary>
public sealed record PadEntryJson(
    string Id, string Code, string Status, bool Submitted, int SheetVersion, long? SheetAt, IReadOnlyDictionary<string, StoredJson> Marks)
{
    public static PadEntryJson Of(PadEntry entry) => new(
        entry.Id, entry.Code, EnumText.Write(entry.Status), entry.Submitted, entry.SheetVersion, entry.SheetAt?.ToUnixTimeMilliseconds(),
        entry.Marks.ToDictionary(mark => mark.AspectKey, StoredJson.Of));
}

/// <summary>A stored mark, sheet or state; <paramref name="By"/> names whoever entered it where that matters.</summary>
public sealed record StoredJson(string State, string? Value, int Version, long At, string? By)
{
    public static StoredJson Of(PadMark mark) =>
        new(MarkStates.Code(mark.State), mark.Value is { } value ? ScoreText.Format(value) : null, mark.Version, mark.EnteredAt.ToUnixTimeMilliseconds(), null);

    public static StoredJson Of(StoredState stored) =>
        new(stored.State, stored.Value is { } value ? ScoreText.Format(value) : null, stored.Version, stored.EnteredAt.ToUnixTimeMilliseconds(), stored.EnteredBy);
}

/// <summary>The answer to one command.</summary>
public sealed record AnswerJson(string Id, string Outcome, StoredJson? Stored, string? Sentence)
{
    public static AnswerJson Of(CommandAnswer answer, ErrorSentences sentences) => new(
        answer.Id, EnumText.Write(answer.Outcome), answer.Stored is { } stored ? StoredJson.Of(stored) : null,
        answer.Error is { } error ? sentences.Say(error) : null);
}

/// <summary>The answer to a batch.</summary>
public sealed record AnswersJson(IReadOnlyList<AnswerJson> Answers);

/// <summary>Why nothing was done.</summary>
public sealed record RefusalJson(string Code, string Sentence);

/// <summary>Who is signed in.</summary>
public sealed record MeJson(string Judge);

/// <summary>Written without reflection: one request every two seconds from each of hundreds of judges.</summary>
[JsonSerializable(typeof(PadStateJson))]
[JsonSerializable(typeof(AnswersJson))]
[JsonSerializable(typeof(RefusalJson))]
[JsonSerializable(typeof(MeJson))]
public sealed partial class PadJsonContext : JsonSerializerContext
{
    /// <summary>Chinese as Chinese; the answers are JSON and never part of a page.</summary>
    public static PadJsonContext Web { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
