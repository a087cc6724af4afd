using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange;

/// <summary>Writes a checked folder into the tables, inside one transaction.</summary>
internal sealed class FolderImporter(
    CompetitionRepository competitions, ContestRepository contests, SchemeRepository schemes, DelegationRepository delegations,
    EntryRepository entries, BoardRepository boards, JudgeImporter judges, StandingsProjector standings, AuditLog audit, TimeProvider time)
{
    /// <summary>Writes everything; the caller has made sure that the slug is free.</summary>
    public async Task<ImportReport> WriteAsync(DbSession session, Actor actor, CompetitionFolder folder)
    {
        var competition = new Competition(Ids.New(time), folder.Details, folder.State, 1, time.GetUtcNow());
        await competitions.InsertAsync(session, competition);
        var delegationIds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var details in folder.Delegations)
        {
            var delegation = new Delegation(Ids.New(time), competition.Id, details, null);
            delegationIds.Add(details.Code, delegation.Id);
            await delegations.InsertAsync(session, delegation);
        }
        var contestIds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (position, contest) in folder.Contests.Index())
        {
            contestIds.Add(contest.Slug, await WriteContestAsync(session, actor, competition, contest.SetUp, position + 1, contest.Marks.Count > 0));
        }
        var panel = await judges.WriteAsync(session, actor, competition.Id, folder.Judges, contestIds, delegationIds);
        foreach (var contest in folder.Contests)
        {
            await WriteEntriesAsync(session, actor, competition, contestIds[contest.Slug], contest, delegationIds, panel);
        }
        foreach (var ranking in folder.TeamRankings)
        {
            await TeamRankingRepository.InsertAsync(session, competition.Id, ranking);
        }
        var report = new ImportReport(
            competition.Id, competition.Slug, folder.Contests.Count, folder.Delegations.Count, folder.Judges.Count, panel.NewAccounts,
            folder.Contests.Sum(c => c.Entries.Count), folder.Contests.Sum(c => c.Marks.Count), folder.Contests.Sum(c => c.Sheets.Count));
        await audit.AppendAsync(
            session, actor, competition.Id, AuditAction.CompetitionImported, "competition", competition.Id, null,
            new { format = InterchangeFormat.Version, details = folder.Details, state = folder.State, report, folder = folder.Digest(), files = folder.Digests });
        return report;
    }

    private async Task<string> WriteContestAsync(
        DbSession session, Actor actor, Competition competition, FolderContestSetUp setUp, int position, bool marked)
    {
        var now = competition.CreatedAt;
        var contest = new Contest(Ids.New(time), competition.Id, setUp.Details, position, 1);
        await contests.InsertAsync(session, contest);
        await schemes.InsertAsync(session, contest.Id, 1, setUp.Scheme, now, actor.AccountId, marked ? now : null);
        await boards.CreateAsync(session, contest.Id);
        await BoardRepository.UpdateAsync(session, new Board(contest.Id, setUp.Visibility, setUp.Frozen ? BeforeTheMarks(competition) : null, 0, null, null));
        foreach (var decision in setUp.Decisions)
        {
            await RankDecisionRepository.AddAsync(session, contest.Id, new(decision, actor.AccountId, now));
        }
        foreach (var cutOff in setUp.CutOffs)
        {
            await CutOffRepository.AddAsync(session, contest.Id, cutOff, actor.AccountId, now);
        }
        foreach (var form in setUp.ClosedForms)
        {
            await MarkImportRepository.CloseFormAsync(session, contest.Id, form, now, actor.AccountId);
        }
        return contest.Id;
    }

    // A frozen board froze with all entries and their states, and without a mark: what was frozen stays unseen until somebody unfreezes.
    private static DateTimeOffset BeforeTheMarks(Competition competition) => competition.CreatedAt.AddMilliseconds(-1);

    private async Task WriteEntriesAsync(
        DbSession session, Actor actor, Competition competition, string contestId, FolderContest contest,
        Dictionary<string, string> delegationIds, ImportedPanel panel)
    {
        var (now, before) = (competition.CreatedAt, BeforeTheMarks(competition));
        var made = contest.Entries.Select(entry => new Entry(
            Ids.New(time), competition.Id, contestId, entry.Delegation is null ? null : delegationIds[entry.Delegation], null, entry.Code, entry.Name,
            entry.Members, entry.Status, entry.StatusReason, before)
        {
            Panel = entry.Panel,
        }).ToList();
        await entries.InsertManyAsync(session, made);
        await entries.NoteStatesAsync(session, made.Where(entry => entry.Status != EntryStatus.Active)
            .Select(entry => EntryState.Of(entry.Id, entry.Status, entry.StatusReason, actor, before)));
        var entryIds = made.ToDictionary(entry => entry.Code, entry => entry.Id, StringComparer.Ordinal);
        await MarkImportRepository.InsertMarksAsync(session, contest.Marks.Select(mark => new ImportedMark
        {
            ContestId = contestId,
            EntryId = entryIds[mark.Entry],
            FormKey = mark.Form,
            AspectKey = mark.Aspect,
            Seat = mark.Seat,
            State = EnumText.Write(mark.State),
            Value = mark.Value?.Millionths,
            CommandId = Ids.New(time),
            JudgeId = panel.JudgeOf(contestId, mark.Form, mark.Seat) ?? actor.AccountId,
            EnteredBy = actor.AccountId,
            EnteredAt = now.ToUnixTimeMilliseconds(),
        }));
        await MarkImportRepository.InsertSheetsAsync(session, contest.Sheets.Select(sheet => new ImportedSheet
        {
            ContestId = contestId,
            EntryId = entryIds[sheet.Entry],
            FormKey = sheet.Form,
            Seat = sheet.Seat,
            State = EnumText.Write(sheet.State),
            CommandId = Ids.New(time),
            JudgeId = panel.JudgeOf(contestId, sheet.Form, sheet.Seat) ?? actor.AccountId,
            EnteredBy = actor.AccountId,
            EnteredAt = now.ToUnixTimeMilliseconds(),
        }));
        if (contest.Marks.Count + contest.Sheets.Count > 0)
        {
            await audit.AppendAsync(
                session, actor, competition.Id, AuditAction.MarksImported, "contest", contestId, null, await ImportedRows.ReadAsync(session, contestId, now));
        }
        standings.ContestChanged(session, contestId);
    }
}
