using System.Text;

namespace CompetitionHub.Core.Competitions;

/// <summary>The signs of the notation of settings in a cell: what separates, what belongs together, what is quoted. Full-width signs count as their narrow twins.</summary>
internal static class NotationText
{
    /// <summary>Stands for "as it is in the present scheme".</summary>
    public const string AsItIs = "…";

    /// <summary>Between the languages of a name.</summary>
    public const string BetweenLanguages = " / ";

    private const string Signs = "=;,|()[]\"";
    private const string Wide = "＝；，｜（）［］“”【】\n";

    /// <summary>A text as it can stand in the notation: in quotation marks where it holds one of its signs.</summary>
    public static string Quote(string text) =>
        text.Length == 0 || text == AsItIs || text.AsSpan().IndexOfAny(Signs + Wide) >= 0 || text != text.Trim()
            || text.Contains(BetweenLanguages, StringComparison.Ordinal) || text.StartsWith('/') || text.EndsWith('/')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    /// <summary>The text of a part of the notation, without its quotation marks.</summary>
    public static string Unquote(string part)
    {
        var text = part.Trim();
        return text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    /// <summary>The same text with narrow signs, except inside quotation marks; curled ones become straight.</summary>
    public static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        var open = '\0';
        foreach (var c in text)
        {
            var curled = c is '“' or '”';
            if (open == '\0')
            {
                open = curled ? '“' : c == '"' ? c : open;
                narrow.Append(NarrowSign(c));
            }
            else if (open == '"' ? c == '"' : curled)
            {
                open = '\0';
                narrow.Append('"');
            }
            else
            {
                // A straight mark inside curled ones is part of the text.
                narrow.Append(c == '"' ? "\"\"" : c.ToString());
            }
        }
        return narrow.ToString();
    }

    private static char NarrowSign(char c) => c switch
    {
        '＝' => '=',
        '；' => ';',
        '，' => ',',
        '｜' => '|',
        '（' => '(',
        '）' => ')',
        '［' or '【' => '[',
        '］' or '】' => ']',
        '“' or '”' => '"',
        _ => c,
    };

    /// <summary>Splits at the signs that stand outside brackets and quotation marks; null when those do not pair.</summary>
    public static List<string>? Split(string text, string separators, int most = int.MaxValue)
    {
        var parts = new List<string>();
        var (from, depth, quoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c is '(' or '[')
                depth++;
            else if (c is ')' or ']')
                depth--;
            else if (depth == 0 && separators.Contains(c) && parts.Count + 1 < most)
            {
                parts.Add(text[from..i]);
                from = i + 1;
            }
            if (depth < 0)
                return null;
        }
        parts.Add(text[from..]);
        return depth == 0 && !quoted ? parts : null;
    }

    /// <summary>What stands before the brackets and what in them: "word(a=1)" gives "word" and "a=1". Without brackets the inside is empty.</summary>
    public static (string Before, string Inside) Open(string text, char opening, char closing)
    {
        var trimmed = text.Trim();
        var at = OpeningAt(trimmed, opening);
        return at >= 0 && trimmed[^1] == closing ? (trimmed[..at].Trim(), trimmed[(at + 1)..^1]) : (trimmed, "");
    }

    private static int OpeningAt(string text, char opening)
    {
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (!quoted && text[i] == opening)
                return i;
        }
        return -1;
    }
}
