using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Verification;
using CompetitionHub.Web.Features.Verification;

namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>The verb that calculates results a second time.</summary>
public static class ResultVerbs
{
    private const int MostPerContest = 20;

    public static async Task<int> VerifyAsync(VerbContext verb)
    {
        await verb.OpenAsync(DatabaseAccess.ReadOnly);
        var competition = await verb.Get<CompetitionQueries>().FindAsync(verb.Arguments.Operands[1]);
        var verified = await verb.Get<ResultsVerifier>().VerifyAsync(Actor.System, competition?.Id ?? "");
        if (!verified.Succeeded)
        {
            return await verb.RefuseAsync(verified);
        }
        var words = verb.Get<DifferenceWords>();
        foreach (var contest in verified.Value.Contests)
        {
            await verb.PrintAsync(words.Summary(contest));
            foreach (var difference in contest.Differences.Take(MostPerContest))
            {
                await verb.PrintAsync("  " + words.Say(difference));
            }
            if (contest.Differences.Count > MostPerContest)
            {
                await verb.PrintAsync("  " + words.More(contest.Differences.Count - MostPerContest));
            }
        }
        return verified.Value.Agrees ? VerbContext.Done : VerbContext.Refused;
    }
}
