using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads <c>judges.csv</c>: who judges, on which seats, and from which delegation.</summary>
internal sealed class JudgesFile(
    FolderFiles files, ProblemList problems, IReadOnlyDictionary<string, SchemeIndex> schemes, IReadOnlyCollection<DelegationDetails> delegations)
{
    private readonly HashSet<string> known = delegations.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<FolderSeat, string> taken = [];
    private readonly HashSet<(string, string, string)> seated = [];

    /// <summary>The judges.</summary>
    public IReadOnlyList<FolderJudge> Read()
    {
        var judges = new List<FolderJudge>();
        CsvFile.Read(files, InterchangeFormat.JudgesFile, InterchangeFormat.JudgeColumns, problems, row =>
        {
            if (Judge(row) is { } judge)
            {
                judges.Add(judge);
            }
        });
        return judges;
    }

    private FolderJudge? Judge(CsvRow row)
    {
        var userName = row["user_name"];
        if (AccountRules.CheckUserName(userName) is { } unusable)
        {
            row.Report("user_name", unusable);
            return null;
        }
        if (!names.Add(AccountRules.Normalize(userName)))
        {
            row.Report("user_name", InterchangeErrors.Repeated(userName));
        }
        var displayName = row["display_name"];
        if (AccountRules.CheckDisplayName(displayName) is { } wrong)
        {
            row.Report("display_name", wrong);
        }
        var roles = Roles(row);
        var seats = new List<FolderSeat>();
        foreach (var text in row["seats"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Seat(row, userName, text) is { } seat)
            {
                seats.Add(seat);
            }
        }
        var delegation = row["delegation"];
        if (delegation.Length > 0 && !known.Contains(delegation))
        {
            row.Report("delegation", InterchangeErrors.Unknown(delegation, InterchangeFormat.DelegationsFile));
        }
        return new(userName, displayName, roles, seats, delegation.Length == 0 ? null : delegation);
    }

    private static IReadOnlyList<Role> Roles(CsvRow row)
    {
        var roles = new List<Role>();
        foreach (var text in row["roles"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (EnumText.TryRead<Role>(text, out var role) && role is Role.Judge or Role.ChiefJudge)
            {
                roles.Add(role);
            }
            else
            {
                row.Report("roles", InterchangeErrors.NotOneOf(text, [EnumText.Write(Role.ChiefJudge), EnumText.Write(Role.Judge)]));
            }
        }
        return [.. roles.Distinct()];
    }

    private FolderSeat? Seat(CsvRow row, string userName, string text)
    {
        if (text.Split('/') is not [var contest, var form, var number] || !WholeNumber.TryRead(number, out var seat))
        {
            row.Report("seats", InterchangeErrors.SeatUnreadable(text));
            return null;
        }
        if (schemes.GetValueOrDefault(contest)?.Form(form) is not { } found || seat < 1 || seat > found.Judges)
        {
            row.Report("seats", InterchangeErrors.Unknown(text, InterchangeFormat.CompetitionFile));
            return null;
        }
        var place = new FolderSeat(contest, form, seat);
        if (!taken.TryAdd(place, userName) || !seated.Add((contest, form, AccountRules.Normalize(userName))))
        {
            row.Report("seats", InterchangeErrors.Repeated(text));
        }
        return place;
    }
}
