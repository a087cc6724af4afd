using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Public;

/// <summary>What the home page shows: what is on, what comes, what was; narrowed by a search over names, places and trades and by level.</summary>
public sealed record HomeModel(
    IReadOnlyList<CompetitionDigest> Now, IReadOnlyList<CompetitionDigest> Soon, IReadOnlyList<CompetitionDigest> Results, string Search, CompetitionLevel? Level)
{
    /// <summary>So many results stand on the page while nobody searches.</summary>
    private const int LatestResults = 8;

    /// <summary>Longer searches are nobody's.</summary>
    public const int LongestSearch = 60;

    public bool IsFiltered => Search.Length > 0 || Level is not null;

    public bool IsEmpty => Now.Count + Soon.Count + Results.Count == 0;

    public static HomeModel Of(IReadOnlyList<CompetitionDigest> all, string? search, string? level)
    {
        var text = (search ?? "").Trim();
        text = text.Length > LongestSearch ? text[..LongestSearch] : text;
        CompetitionLevel? wanted = EnumText.TryRead<CompetitionLevel>(level, out var known) ? known : null;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var fitting = all.Where(digest => (wanted is null || digest.Competition.Details.Level == wanted) && words.All(word => Contains(digest, word))).ToList();
        var results = fitting.Where(digest => digest.Competition.State == CompetitionState.Closed).OrderByDescending(digest => digest.Competition.Details.EndsOn);
        return new(
            [.. fitting.Where(digest => digest.Competition.State == CompetitionState.Running).OrderByDescending(digest => digest.LastMarkAt ?? DateTimeOffset.MinValue)],
            [.. fitting.Where(digest => digest.Competition.State == CompetitionState.Published).OrderBy(digest => digest.Competition.Details.StartsOn)],
            [.. words.Length > 0 || wanted is not null ? results : results.Take(LatestResults)],
            text, wanted);
    }

    private static bool Contains(CompetitionDigest digest, string word)
    {
        var details = digest.Competition.Details;
        return Has(details.Name, word) || Has(details.Venue, word) || Has(details.Host, word)
            || digest.Contests.Any(contest => Has(contest.Contest.Details.Name, word) || contest.Contest.Details.Trade.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Has(LocalText text, string word) =>
        text.Zh.Contains(word, StringComparison.OrdinalIgnoreCase) || text.En.Contains(word, StringComparison.OrdinalIgnoreCase);
}
