using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>A competition in the making: a converter adds contests, entries and marks; delegations and judges follow from them.</summary>
internal sealed class CompetitionDraft(string slug, string name, int year)
{
    private static readonly LocalText NoName = new("", "");
    private readonly List<ContestDraft> contests = [];

    public string Slug => slug;

    /// <summary>Adds a contest with its scheme document.</summary>
    public ContestDraft Contest(string contestSlug, string contestName, string scheme)
    {
        contests.Add(new(contestSlug, contestName, scheme));
        return contests[^1];
    }

    /// <summary>Writes the interchange folder under <paramref name="target"/> and gives its path.</summary>
    public string Write(string target)
    {
        var folder = Path.Combine(target, slug);
        var details = new CompetitionDetails(
            slug, new("", name), CompetitionLevel.National, CompetitionClass.None, NoName, NoName, new(year, 1, 1), new(year, 12, 31), "UTC");
        var delegations = contests.SelectMany(contest => contest.Delegations).Distinct().Select(code => new DelegationDetails(code, new("", code)));
        var seats = contests
            .SelectMany(contest => contest.SetUp.Scheme.AllForms(), (contest, form) => (contest.Slug, form))
            .SelectMany(place => Enumerable.Range(1, place.form.Judges), (place, seat) => new FolderSeat(place.Slug, place.form.Key, seat));
        var judges = seats.GroupBy(seat => seat.Seat)
            .Select(group => new FolderJudge($"{slug}-j{group.Key}", $"Judge {group.Key}", [Role.Judge], [.. group]));
        FolderWriter.Write(new(details, CompetitionState.Closed, [.. delegations], [.. judges], [.. contests.Select(contest => contest.Build())]), folder);
        return folder;
    }
}
