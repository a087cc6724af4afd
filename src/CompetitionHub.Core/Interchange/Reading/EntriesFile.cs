using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads a contest's <c>entries.csv</c>. Codes are unique in the whole competition.</summary>
internal sealed class EntriesFile(FolderFiles files, ProblemList problems, IReadOnlyCollection<DelegationDetails> delegations)
{
    private const int MaximumReason = 500;
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = delegations.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The entries of a contest.</summary>
    public IReadOnlyList<FolderEntry> Read(ContestDetails contest)
    {
        var entries = new List<FolderEntry>();
        CsvFile.Read(files, InterchangeFormat.ContestFile(contest.Slug, InterchangeFormat.EntriesFile), InterchangeFormat.EntryColumns, problems, row =>
        {
            if (Entry(row, contest.Format) is { } entry)
            {
                entries.Add(entry);
            }
        }, optional: 1);
        return entries;
    }

    private FolderEntry? Entry(CsvRow row, ContestFormat format)
    {
        var code = row["code"];
        var delegation = row["delegation"];
        var members = MemberList.Read(row["members"]);
        var name = new LocalText(row["name_zh"], row["name_en"]);
        var status = row.Word<EntryStatus>("status");
        var reason = row.Text("status_reason", MaximumReason);
        var sound = row.Obeys(RegistrationRules.Check(new EntryDetails("", null, code, name, members) { Panel = row["panel"] }, format));
        if (sound && !codes.Add(code))
        {
            row.Report("code", InterchangeErrors.Repeated(code));
        }
        if (delegation.Length > 0 && !known.Contains(delegation))
        {
            row.Report("delegation", InterchangeErrors.Unknown(delegation, InterchangeFormat.DelegationsFile));
        }
        if (reason is { Length: 0 } && status is EntryStatus.Withdrawn or EntryStatus.Disqualified)
        {
            row.Report("status_reason", InterchangeErrors.ReasonMissing());
        }
        return sound && status is { } read && reason is not null
            ? new(code, name, delegation.Length == 0 ? null : delegation, members, read, reason.Length == 0 ? null : reason) { Panel = row["panel"] }
            : null;
    }
}
