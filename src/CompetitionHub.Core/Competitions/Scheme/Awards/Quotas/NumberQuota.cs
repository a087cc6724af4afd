using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A fixed number, such as 1 / 2 / 5. domain.md §2.11.</summary>
public sealed record NumberQuota(int Count) : Quota
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "number";

    /// <summary>The largest number.</summary>
    public const int Most = 100_000;

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override Places Of(int field) => Places.Of(Count);

    internal override void Write(Utf8JsonWriter json) => json.WriteNumber("count", Count);
}
