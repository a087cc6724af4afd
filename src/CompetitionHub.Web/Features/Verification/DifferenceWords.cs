using System.Globalization;
using CompetitionHub.Core.Verification;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Verification;

/// <summary>Says what a second calculation found, the same on the page and on the command line.</summary>
public sealed class DifferenceWords(IStringLocalizer<VerificationText> texts)
{
    /// <summary>One line per contest.</summary>
    public string Summary(ContestCheck contest) => contest.Agrees
        ? texts["Agrees", Name(contest), contest.Entries]
        : texts["Differs", Name(contest), contest.Differences.DistinctBy(difference => difference.Entry).Count(), contest.Entries];

    /// <summary>A difference in one sentence.</summary>
    public string Say(ResultDifference difference) => texts[
        "Difference", difference.Entry, Source(difference), Place(difference), Value(difference.Engine), Value(difference.Second)];

    /// <summary>That there are more differences than were said.</summary>
    public string More(int count) => texts["More", count];

    public string Source(ResultDifference difference) => texts["Source." + difference.Source];

    public string Place(ResultDifference difference) => (difference.Place, difference.Key) switch
    {
        (DifferencePlace.Comparator, "-1") => texts["Comparator.Reached"],
        (DifferencePlace.Comparator, "0") => texts["Comparator.Points"],
        (DifferencePlace.Comparator, var number) => texts["Comparator.TieBreak", number],
        var (place, key) => texts["Place." + place, key],
    };

    /// <summary>An exact number as it is, a state in the reader's words.</summary>
    public string Value(string? value) =>
        value is null ? texts["Nothing"] : texts["Value." + value] is { ResourceNotFound: false } word ? word.Value : value;

    private static string Name(ContestCheck contest) =>
        string.Create(CultureInfo.InvariantCulture, $"{contest.Name.In(Languages.Current)} ({contest.Slug})");
}
