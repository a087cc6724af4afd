using System.Text;

namespace CompetitionHub.Core.Shared;

/// <summary>Texts as people type them, made comparable.</summary>
public static class FoldedText
{
    /// <summary>Full-width forms narrowed, without spaces, underscores and asterisks, in lower case.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && c is not ('*' or '\uFEFF' or '_'))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }
        return folded.ToString();
    }
}
