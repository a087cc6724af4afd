using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange;

/// <summary>Reads a competition from the tables as a folder holds it: the marks in force, not their history.</summary>
internal sealed class FolderExporter(ContestRepository contests, SchemeRepository schemes, DelegationRepository delegations, EntryRepository entries)
{
    public async Task<CompetitionFolder> ReadAsync(DbSession session, Competition competition)
    {
        var teams = await delegations.ListAsync(session, competition.Id);
        var codes = teams.ToDictionary(d => d.Id, d => d.Code, StringComparer.Ordinal);
        var read = new List<FolderContest>();
        var known = new Dictionary<string, (string Slug, SchemeIndex Scheme)>(StringComparer.Ordinal);
        foreach (var contest in await contests.ListAsync(session, competition.Id))
        {
            var scheme = (await schemes.GetCurrentAsync(session, contest.Id)).Scheme;
            var index = new SchemeIndex(scheme);
            known.Add(contest.Id, (contest.Slug, index));
            read.Add(await ReadContestAsync(session, contest, scheme, index, codes));
        }
        return new(competition.Details, competition.State, [.. teams.Select(d => d.Details)], await ReadJudgesAsync(session, competition.Id, known), read)
        {
            TeamRankings = await RankingsAsync(session, competition.Id, read),
        };
    }

    // What a later version of a scheme has no place for stays behind, as with marks.
    private static async Task<IReadOnlyList<CutOff>> InForceAsync(DbSession session, string contestId, MarkingScheme scheme)
    {
        var known = scheme.Awards.SelectMany(group => group.Awards).Select(award => award.Key).ToHashSet(StringComparer.Ordinal);
        var inForce = CutOffRepository.InForce(await CutOffRepository.ListAsync(session, contestId));
        return [.. inForce.Values.Select(recorded => recorded.CutOff).Where(cutOff => known.Contains(cutOff.Award))];
    }

    private static async Task<IReadOnlyList<TeamRanking>> RankingsAsync(DbSession session, string competitionId, List<FolderContest> contests)
    {
        var schemes = contests.ToDictionary(contest => contest.Slug, contest => contest.SetUp.Scheme, StringComparer.Ordinal);
        return [.. (await TeamRankingRepository.ListAsync(session, competitionId)).Select(stored => stored.Ranking).Where(ranking => TeamRankingRules.Check(ranking, schemes).Count == 0)];
    }

    private async Task<FolderContest> ReadContestAsync(
        DbSession session, Contest contest, MarkingScheme scheme, SchemeIndex index, Dictionary<string, string> delegationCodes)
    {
        var board = await BoardRepository.FindAsync(session, contest.Id) ?? throw new InvalidOperationException($"Contest {contest.Id} has no board.");
        var closed = await ExportRepository.ListClosedFormsAsync(session, contest.Id);
        var setUp = new FolderContestSetUp(
            contest.Details, board.Visibility, board.IsFrozen, [.. closed.Where(form => index.Form(form) is not null)], scheme)
        {
            Decisions = [.. (await RankDecisionRepository.ListAsync(session, contest.Id)).Select(recorded => recorded.Decision)],
            CutOffs = await InForceAsync(session, contest.Id, scheme),
        };
        var taking = await entries.ListOfContestAsync(session, contest.Id);
        var entryCodes = taking.ToDictionary(e => e.Id, e => e.Code, StringComparer.Ordinal);
        // A later version of the scheme may have no place for what was marked before, or not allow it any more: such marks count nowhere and stay behind.
        var marks = (await ExportRepository.ListMarksAsync(session, contest.Id))
            .Select(row => new FolderMark(
                entryCodes[row.EntryId], row.FormKey, row.AspectKey, row.Seat, EnumText.Read<Judging.MarkState>(row.State), row.Value is { } v ? new Score(v) : null))
            .Where(index.Allows);
        var sheets = (await ExportRepository.ListSheetsAsync(session, contest.Id))
            .Where(row => index.Form(row.FormKey) is { } form && row.Seat <= form.Judges)
            .Select(row => new FolderSheet(entryCodes[row.EntryId], row.FormKey, row.Seat, EnumText.Read<SheetState>(row.State)));
        return new(setUp, [.. taking.Select(e => Entry(e, delegationCodes))], [.. marks], [.. sheets]);
    }

    private static FolderEntry Entry(Entry entry, Dictionary<string, string> delegationCodes) => new(
        entry.Code, entry.Name, entry.DelegationId is null ? null : delegationCodes[entry.DelegationId], entry.Members, entry.Status, entry.StatusReason)
    {
        Panel = entry.Panel,
    };

    private static async Task<IReadOnlyList<FolderJudge>> ReadJudgesAsync(
        DbSession session, string competitionId, Dictionary<string, (string Slug, SchemeIndex Scheme)> known)
    {
        var seats = (await ExportRepository.ListSeatsAsync(session, competitionId))
            .Where(s => known[s.ContestId].Scheme.Form(s.FormKey) is { } form && s.Seat <= form.Judges)
            .ToLookup(s => s.AccountId, s => new FolderSeat(known[s.ContestId].Slug, s.FormKey, s.Seat));
        var roles = (await ExportRepository.ListRolesAsync(session, competitionId)).ToLookup(r => r.AccountId, r => EnumText.Read<Role>(r.Role));
        var people = await ExportRepository.ListPeopleAsync(session, competitionId);
        return
        [
            .. people
                .Where(p => seats.Contains(p.Id) || roles.Contains(p.Id))
                .Select(p => new FolderJudge(p.UserName, p.DisplayName, [.. roles[p.Id]], [.. seats[p.Id]], p.Delegation)),
        ];
    }
}
