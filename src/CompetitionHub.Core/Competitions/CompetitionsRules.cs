using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>What a competition and a contest must say about themselves.</summary>
public static class CompetitionsRules
{
    /// <summary>Longest name, host, venue or trade, in characters.</summary>
    public const int MaximumText = 120;

    /// <summary>All that is wrong with the details of a competition; empty when nothing is.</summary>
    public static IReadOnlyList<Error> Check(CompetitionDetails details)
    {
        var errors = new List<Error>();
        CheckSlug(details.Slug, errors);
        CheckName(details.Name, errors);
        CheckText("Host", details.Host.Zh, errors);
        CheckText("Host", details.Host.En, errors);
        CheckText("Venue", details.Venue.Zh, errors);
        CheckText("Venue", details.Venue.En, errors);
        if (details.StartsOn.Year is < 2000 or > 2100 || details.EndsOn.Year is < 2000 or > 2100)
        {
            errors.Add(CompetitionsErrors.DateImplausible());
        }
        else if (details.EndsOn < details.StartsOn)
        {
            errors.Add(CompetitionsErrors.DatesReversed());
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(details.TimeZone, out _))
        {
            errors.Add(CompetitionsErrors.TimeZoneUnknown(details.TimeZone));
        }
        return errors;
    }

    /// <summary>All that is wrong with the details of a contest; empty when nothing is.</summary>
    public static IReadOnlyList<Error> Check(ContestDetails details)
    {
        var errors = new List<Error>();
        CheckSlug(details.Slug, errors);
        CheckName(details.Name, errors);
        CheckText("Trade", details.Trade, errors);
        CheckText("Group", details.Group.Zh, errors);
        CheckText("Group", details.Group.En, errors);
        return errors;
    }

    /// <summary>The same details without spaces around the texts.</summary>
    public static CompetitionDetails Tidy(CompetitionDetails details) => details with
    {
        Slug = details.Slug.Trim(),
        Name = Tidy(details.Name),
        Host = Tidy(details.Host),
        Venue = Tidy(details.Venue),
        TimeZone = details.TimeZone.Trim(),
    };

    /// <summary>The same details without spaces around the texts.</summary>
    public static ContestDetails Tidy(ContestDetails details) => details with
    {
        Slug = details.Slug.Trim(),
        Name = Tidy(details.Name),
        Trade = details.Trade.Trim(),
        Group = Tidy(details.Group),
    };

    /// <summary>Both languages without spaces around them.</summary>
    public static LocalText Tidy(LocalText text) => new(text.Zh.Trim(), text.En.Trim());

    /// <summary>Adds what is wrong with one text: too long, or with characters that cannot be printed on a line.</summary>
    public static void CheckText(string field, string text, ICollection<Error> errors)
    {
        if (text.Length > MaximumText)
        {
            errors.Add(CompetitionsErrors.TextTooLong(field, MaximumText));
        }
        else if (!IsPrintable(text))
        {
            errors.Add(CompetitionsErrors.TextNotPrintable(field));
        }
    }

    /// <summary>True without control characters, angle brackets, halves of surrogate pairs and marks that turn the direction of the text.</summary>
    public static bool IsPrintable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) || c is '<' or '>' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
            if (char.IsSurrogate(c) && !(i + 1 < text.Length && char.IsSurrogatePair(c, text[++i])))
            {
                return false;
            }
        }
        return true;
    }

    private static void CheckSlug(string slug, List<Error> errors)
    {
        if (!Slugs.IsWellFormed(slug))
        {
            errors.Add(CompetitionsErrors.SlugInvalid(slug.Length > Slugs.MaximumLength ? slug[..Slugs.MaximumLength] + "…" : slug));
        }
    }

    private static void CheckName(LocalText name, List<Error> errors)
    {
        if (name.IsEmpty)
        {
            errors.Add(CompetitionsErrors.NameMissing());
        }
        CheckText("Name", name.Zh, errors);
        CheckText("Name", name.En, errors);
    }
}
