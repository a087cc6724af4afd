using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>Turns the rows of a file into entries, against what the competition holds already. Pure; ids come from the caller.</summary>
internal sealed class ImportPlan
{
    private static readonly char[] BetweenMembers = ['、', ';', '；', ',', '，', '/', '\n', '|'];

    private const int MostChoices = 6;

    private readonly string competitionId;
    private readonly Func<string> newId;
    private readonly IReadOnlyList<Contest> contests;
    private readonly Dictionary<string, List<Contest>> contestByWord;
    private readonly Dictionary<string, Delegation> delegationByWord = new(StringComparer.Ordinal);
    private readonly HashSet<string> delegationCodes;
    private readonly HashSet<string> takenCodes;
    private readonly Dictionary<(string Contest, string Delegation, string Name), Entry> entered = [];
    private readonly Dictionary<string, int> rowByCode = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Contest, string Delegation, string Name), (int Row, bool HasCode)> rowByWho = [];
    private readonly List<PlannedEntry> planned = [];
    private readonly List<Delegation> added = [];
    private readonly List<RowProblem> problems = [];

    private ImportPlan(
        string competitionId, IReadOnlyList<Contest> contests, IReadOnlyList<Delegation> delegations, IReadOnlyList<Entry> entries, Func<string> newId)
    {
        this.competitionId = competitionId;
        this.contests = contests;
        this.newId = newId;
        contestByWord = contests.SelectMany(c => Words(c).Select(w => (Word: w, Contest: c)))
            .GroupBy(p => p.Word, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(p => p.Contest).ToList(), StringComparer.Ordinal);
        foreach (var delegation in delegations)
        {
            Remember(delegation);
        }
        delegationCodes = [.. delegations.Select(d => d.Code)];
        takenCodes = [.. entries.Select(e => e.Code)];
        foreach (var entry in entries)
        {
            entered.TryAdd(Who(entry.ContestId, entry.DelegationId, entry.Name), entry);
        }
    }

    public static ImportPreview Make(
        ImportFile file, string competitionId, IReadOnlyList<Contest> contests, IReadOnlyList<Delegation> delegations, IReadOnlyList<Entry> entries,
        Func<string> newId)
    {
        var plan = new ImportPlan(competitionId, contests, delegations, entries, newId);
        foreach (var row in file.Rows)
        {
            plan.Add(row);
        }
        return new(file.Name, file.Rows.Count, plan.planned, plan.added, plan.problems);
    }

    private void Add(ImportRow row)
    {
        var before = problems.Count;
        var contest = FindContest(row);
        var (delegation, isNew) = FindDelegation(row);
        var details = RegistrationRules.Tidy(new EntryDetails(
            contest?.Id ?? "", delegation?.Id, row[ImportColumn.Code], new(row[ImportColumn.Name], row[ImportColumn.NameEn]),
            row[ImportColumn.Members].Split(BetweenMembers, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Panel = row[ImportColumn.Panel],
        });
        foreach (var error in RegistrationRules.Check(details, contest?.Details.Format ?? ContestFormat.Team))
        {
            Problem(row, Enum.Parse<ImportColumn>(error.Field!), error);
        }
        CheckCode(row, details);
        if (contest is not null && !details.Name.IsEmpty)
        {
            CheckTwice(row, details);
        }
        if (problems.Count == before && contest is not null)
        {
            planned.Add(new(row.Number, contest, delegation?.Name, isNew, details));
        }
    }

    private Contest? FindContest(ImportRow row)
    {
        var text = row[ImportColumn.Contest];
        if (text.Length == 0)
        {
            if (contests.Count == 1)
            {
                return contests[0];
            }
            Problem(row, ImportColumn.Contest, RegistrationErrors.RowContestMissing());
            return null;
        }
        var found = contestByWord.GetValueOrDefault(Fold(text));
        if (found is [var only])
        {
            return only;
        }
        Problem(row, ImportColumn.Contest, found is null
            ? RegistrationErrors.RowContestUnknown(Short(text), Choices(contests))
            : RegistrationErrors.RowContestAmbiguous(Short(text), Choices(found)));
        return null;
    }

    private (Delegation? Delegation, bool IsNew) FindDelegation(ImportRow row)
    {
        var text = row[ImportColumn.Delegation];
        if (text.Length == 0)
        {
            return (null, false);
        }
        if (delegationByWord.TryGetValue(FoldedText.Of(text), out var known))
        {
            return (known, added.Contains(known));
        }
        if (RegistrationRules.CheckName("Delegation", text) is { } wrong)
        {
            Problem(row, ImportColumn.Delegation, wrong);
            return (null, false);
        }
        var delegation = new Delegation(newId(), competitionId, new(NewDelegationCode(text), new(text, "")), null);
        added.Add(delegation);
        Remember(delegation);
        return (delegation, true);
    }

    private string NewDelegationCode(string text)
    {
        if (EntryCodes.IsWellFormed(text) && delegationCodes.Add(text))
        {
            return text;
        }
        for (var number = delegationCodes.Count + 1; ; number++)
        {
            var code = number.ToString("00", CultureInfo.InvariantCulture);
            if (delegationCodes.Add(code))
            {
                return code;
            }
        }
    }

    private void CheckCode(ImportRow row, EntryDetails details)
    {
        if (details.Code is null)
        {
            return;
        }
        if (takenCodes.Contains(details.Code))
        {
            Problem(row, ImportColumn.Code, RegistrationErrors.CodeTaken(details.Code));
        }
        if (!rowByCode.TryAdd(details.Code, row.Number))
        {
            Problem(row, ImportColumn.Code, RegistrationErrors.RowCodeTwice(Short(details.Code), rowByCode[details.Code]));
        }
    }

    // Two people of one unit may bear one name: then each has a code in the file.
    private void CheckTwice(ImportRow row, EntryDetails details)
    {
        var who = Who(details.ContestId, details.DelegationId, details.Name);
        if (details.Code is null && entered.TryGetValue(who, out var entry))
        {
            Problem(row, ImportColumn.Name, RegistrationErrors.RowEntered(entry.Code));
        }
        if (!rowByWho.TryAdd(who, (row.Number, details.Code is not null)) && (details.Code is null || !rowByWho[who].HasCode))
        {
            Problem(row, ImportColumn.Name, RegistrationErrors.RowTwice(rowByWho[who].Row));
        }
    }

    private void Problem(ImportRow row, ImportColumn column, Error error) => problems.Add(new(row.Number, column, Short(row[column]), error));

    private void Remember(Delegation delegation)
    {
        foreach (var word in new[] { delegation.Code, delegation.Name.Zh, delegation.Name.En }.Where(w => w.Length > 0))
        {
            delegationByWord.TryAdd(FoldedText.Of(word), delegation);
        }
    }

    private static (string Contest, string Delegation, string Name) Who(string contestId, string? delegationId, LocalText name) =>
        (contestId, delegationId ?? "", FoldedText.Of(name.In("zh")));

    // "焊工", "welding", "焊工 · 职工组" as pages show it, "焊工（职工组）" as the template does, "焊工职工组".
    private static HashSet<string> Words(Contest contest)
    {
        var (name, group) = (contest.Name, contest.Details.Group);
        return [.. new[]
        {
            contest.Slug, name.Zh, name.En, name.Zh + group.Zh, name.En + group.En,
            contest.Title.In("zh"), contest.Title.In("en"), EntryTable.Label(contest, "zh"), EntryTable.Label(contest, "en"),
        }.Select(Fold).Where(w => w.Length > 0)];
    }

    // Keyboards have several middle dots.
    private static string Fold(string text) => FoldedText.Of(text).Replace('•', '·').Replace('・', '·').Replace('‧', '·');

    private static LocalText Choices(IReadOnlyList<Contest> contests)
    {
        return new(Join("zh", "、"), Join("en", ", "));

        string Join(string language, string between) =>
            string.Join(between, contests.Take(MostChoices).Select(contest => EntryTable.Label(contest, language))) + (contests.Count > MostChoices ? " …" : "");
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
