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
        [.. state.Aspects.Select(PadAspectJson.Of)], [.. state.Entries.Select(PadEntryJson.Of)]);
}

/// <summary>An aspect with everything the pad checks by.</summary>
public sealed record PadAspectJson(string Key, string Name, string Rule, string Min, string? Max, string? Step, string Factor, string? PerFault)
{
    public static PadAspectJson Of(Aspect aspect) => new(
        aspect.Key, aspect.Name.In(Languages.Current), aspect.Rule.Word, ScoreText.Format(aspect.Minimum),
        aspect.Maximum is { } maximum ? ScoreText.Format(maximum) : null, aspect.Step is { } step ? ScoreText.Format(step) : null,
        ScoreText.Format(aspect.Factor), aspect.Rule is DeductionPerFault faults ? ScoreText.Format(faults.PerFault) : null);
}

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
