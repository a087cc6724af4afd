using System.Globalization;
using System.Text;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>The short names in addresses: lower-case letters, digits and single hyphens.</summary>
public static class Slugs
{
    /// <summary>Longest slug.</summary>
    public const int MaximumLength = 60;

    // Words that stand at the same place of an address as a slug does.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "new", "api", "admin", "contests", "entries", "presets" };

    /// <summary>True for a slug that may be used: 2–60 characters, no hyphen at the ends or doubled, no reserved word.</summary>
    public static bool IsWellFormed(string? slug) =>
        slug is { Length: >= 2 and <= MaximumLength }
        && slug.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && !Reserved.Contains(slug);

    /// <summary>A slug made of the English name, or the fallback where that leaves nothing readable; never one that is taken.</summary>
    public static string Suggest(LocalText name, string fallback, IReadOnlyCollection<string> taken)
    {
        var stem = From(name.En) is { Length: >= 2 } english ? english : From(name.Zh) is { Length: >= 4 } latin && !OnlyDigits(latin) ? latin : fallback;
        if (IsWellFormed(stem) && !taken.Contains(stem))
        {
            return stem;
        }
        for (var number = 2; ; number++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            if (!taken.Contains(next))
            {
                return next;
            }
        }
    }

    private static bool OnlyDigits(string text) => text.All(c => c is (>= '0' and <= '9') or '-');

    private static string From(string text)
    {
        var slug = new StringBuilder();
        // Decomposed, so that "é" leaves an "e".
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(c);
            }
            else if (c is ' ' or '-' or '_' or '/' or '.' or '·' && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
            if (slug.Length == MaximumLength - 4)
            {
                break;
            }
        }
        return slug.ToString().Trim('-').Replace("--", "-", StringComparison.Ordinal);
    }
}
