namespace CompetitionHub.Core.Shared;

/// <summary>A name in both languages; one of the two may be empty and is then replaced by the other.</summary>
public sealed record LocalText(string Zh, string En)
{
    /// <summary>The text in a language (<c>zh…</c>: Chinese, anything else English), falling back to the other one.</summary>
    public string In(string language) =>
        language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)
            ? (Zh.Length > 0 ? Zh : En)
            : (En.Length > 0 ? En : Zh);

    /// <summary>Both texts beside each other in each language: "焊工 · 职工组"; alone when the other is empty.</summary>
    public LocalText Beside(LocalText other) =>
        other.IsEmpty ? this : new($"{In("zh")} · {other.In("zh")}", $"{In("en")} · {other.In("en")}");

    /// <summary>True when neither language has a text.</summary>
    public bool IsEmpty => Zh.Length == 0 && En.Length == 0;
}
