using System.Text.Json;

namespace CompetitionHub.Core.Shared;

/// <summary>Writes enum values the way columns, documents and resource keys hold them: <c>not_attempted</c>.</summary>
public static class EnumText
{
    /// <summary>The snake_case text of a value.</summary>
    public static string Write<T>(T value) where T : struct, Enum => Texts<T>.ByValue[value];

    /// <summary>The value of a stored text; throws on one that was never written.</summary>
    public static T Read<T>(string text) where T : struct, Enum =>
        TryRead<T>(text, out var value) ? value : throw new FormatException($"'{text}' is not a {typeof(T).Name}.");

    /// <summary>The value of a text that came from outside; false when it is none.</summary>
    public static bool TryRead<T>(string? text, out T value) where T : struct, Enum
    {
        value = default;
        return text is not null && Texts<T>.ByText.TryGetValue(text, out value);
    }

    /// <summary>All texts of the enum, in its order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Write)];

    private static class Texts<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue =
            Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

        public static readonly Dictionary<string, T> ByText = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
