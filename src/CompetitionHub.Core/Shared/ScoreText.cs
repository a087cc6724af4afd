using System.Globalization;

namespace CompetitionHub.Core.Shared;

/// <summary>The one reader and printer of marks. A decimal point, never a comma; no exponent, no separators of thousands.</summary>
public static class ScoreText
{
    private const int LongestText = 40;
    private const int Decimals = 6;

    /// <summary>Reads a mark: at most six decimals, at most a thousand million points; full-width digits of a Chinese keyboard count.</summary>
    public static Result<Score> Parse(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim();
        if (rest.IsEmpty)
            return ScoreErrors.Empty();
        if (rest.Length > LongestText)
            return ScoreErrors.NotANumber(string.Concat(rest[..LongestText], "…"));
        if (rest.IndexOfAny(",，、") >= 0)
            return ScoreErrors.Comma(rest.ToString());

        var typed = rest;
        var negative = rest[0] is '-' or '−' or '－';
        if (negative || rest[0] is '+' or '＋')
            rest = rest[1..];
        return Digits(rest, out var millionths) switch
        {
            Reading.Good => new Score(negative ? -millionths : millionths),
            Reading.TooPrecise => ScoreErrors.TooPrecise(typed.ToString()),
            Reading.TooLarge => ScoreErrors.TooLarge(typed.ToString()),
            Reading.NotANumber => ScoreErrors.NotANumber(typed.ToString()),
        };
    }

    /// <summary>Reads a mark as <see cref="Parse"/> does, without the reason of a refusal.</summary>
    public static bool TryParse(string? text, out Score score)
    {
        var result = Parse(text);
        score = result.Succeeded ? result.Value : default;
        return result.Succeeded;
    }

    /// <summary>Prints a score; <paramref name="decimals"/> pads with zeros and never cuts digits off.</summary>
    public static string Format(Score score, int? decimals = null)
    {
        var amount = Math.Abs(score.Millionths);
        var (whole, below) = Math.DivRem(amount, Score.Unit);
        var digits = below.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0').PadRight(Math.Clamp(decimals ?? 0, 0, Decimals), '0');
        var sign = score.Millionths < 0 ? "-" : "";
        return digits.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{digits}");
    }

    /// <summary>
    /// Prints an exact value: all its digits when six decimals hold it, otherwise the first six and an ellipsis
    /// (<c>0.333333…</c>), so that nobody takes a cut-off number for an exact one.
    /// </summary>
    public static string Format(Fraction value, int? decimals = null)
    {
        var cut = value.Round(Decimals, RoundingMode.Truncate);
        var millionths = cut.Numerator * Score.Unit / cut.Denominator;
        if (millionths > long.MaxValue || millionths < -long.MaxValue)
            return value.ToString();
        if (cut == value)
            return Format(new Score((long)millionths), decimals);
        var sign = cut.Sign == 0 && value.Sign < 0 ? "-" : "";
        return sign + Format(new Score((long)millionths), Decimals) + "…";
    }

    private enum Reading { Good, NotANumber, TooPrecise, TooLarge }

    private static Reading Digits(ReadOnlySpan<char> text, out long millionths)
    {
        millionths = 0;
        var seen = 0;
        var decimals = -1;
        foreach (var typed in text)
        {
            if (typed is '.' or '．' or '。' && decimals < 0)
            {
                decimals = 0;
                continue;
            }
            var digit = typed is >= '０' and <= '９' ? typed - '０' : typed - '0';
            if (digit is < 0 or > 9)
                return Reading.NotANumber;
            seen++;
            if (decimals >= Decimals)
            {
                if (digit != 0)
                    return Reading.TooPrecise;
                continue;
            }
            if (decimals >= 0)
                decimals++;
            millionths = (millionths * 10) + digit;
            if (millionths > Score.LargestMillionths)
                return Reading.TooLarge;
        }
        for (var place = Math.Max(decimals, 0); place < Decimals; place++)
        {
            millionths *= 10;
            if (millionths > Score.LargestMillionths)
                return Reading.TooLarge;
        }
        return seen == 0 ? Reading.NotANumber : Reading.Good;
    }
}
