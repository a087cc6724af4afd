using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Competitions;

/// <summary>Words for what a competition is and where it stands, in the reader's language.</summary>
public sealed class CompetitionWords(IStringLocalizer<CompetitionsText> texts)
{
    public string Say(LocalText name) => name.In(Languages.Current);

    public string Say(CompetitionState state) => texts["State." + EnumText.Write(state)];

    public string Say(CompetitionLevel level) => texts["Level." + EnumText.Write(level)];

    public string Say(CompetitionClass competitionClass) => texts["Class." + EnumText.Write(competitionClass)];

    public string Say(ContestFormat format) => texts["Format." + EnumText.Write(format)];

    public string Say(CountingRule counting) => texts["Counting." + EnumText.Write(counting)];

    public string Say(LifeCycleStep step) => texts["Step." + EnumText.Write(step)];

    /// <summary>Name with group: "焊工 · 职工组".</summary>
    public string Say(Contest contest) => Say(contest.Title);

    /// <summary>"2026-05-01 – 05-03", the same in both languages and in order when sorted.</summary>
    public static string Dates(CompetitionDetails details)
    {
        var first = details.StartsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return details.StartsOn == details.EndsOn
            ? first
            : $"{first} – {details.EndsOn.ToString(details.StartsOn.Year == details.EndsOn.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
