using System.Globalization;
using CompetitionHub.Core.Shared;
using CsvHelper;

namespace CompetitionHub.Core.Accounts;

/// <summary>One row of a pasted list, numbered from 1 as the person sees it, with what is wrong with it.</summary>
public sealed record ListRow(int Number, NewPerson Person, IReadOnlyList<Error> Errors)
{
    /// <summary>What may be meant so, but should be looked at: two people of one name, a name as long as a sentence.</summary>
    public IReadOnlyList<Error> Warnings { get; init; } = [];
}

/// <summary>
/// Reads a list of people as it is pasted from a spreadsheet (tabs) or comes from a csv file: first column the name, second
/// the sign-in name, which may be missing. A heading row is recognised and skipped.
/// </summary>
public static class AccountList
{
    /// <summary>The most rows of one run.</summary>
    public const int Maximum = 5_000;

    /// <summary>Longer names are rare; what is longer is often a whole line that was pasted.</summary>
    public const int LongName = 40;

    private static readonly string[] Headings = ["name", "姓名", "display name", "full name", "选手", "裁判", "裁判员"];

    /// <summary>The rows with sign-in names filled in (<paramref name="prefix"/> and a number that is not taken) and checked against the taken ones.</summary>
    public static Result<IReadOnlyList<ListRow>> Read(string text, string prefix, string language, IReadOnlySet<string> takenNames)
    {
        var cells = Cells(text);
        if (cells.Count > 0 && Headings.Contains(cells[0].Name.ToLowerInvariant()))
        {
            cells.RemoveAt(0);
        }

        if (cells.Count == 0)
        {
            return AccountsErrors.ListEmpty();
        }

        if (cells.Count > Maximum)
        {
            return AccountsErrors.ListTooLong(Maximum);
        }

        if (AccountRules.CheckUserName(prefix + "0001") is { } badPrefix)
        {
            return badPrefix;
        }

        var people = Named(cells, prefix, language, takenNames);
        var firstUse = new Dictionary<string, int>(StringComparer.Ordinal);
        var namesakes = people.Index().ToLookup(p => AccountRules.Normalize(p.Item.DisplayName), p => p.Index + 1, StringComparer.Ordinal);
        var rows = new List<ListRow>(people.Count);
        foreach (var person in people)
        {
            var number = rows.Count + 1;
            var key = AccountRules.Normalize(person.UserName);
            var errors = new[]
            {
                AccountService.Check(person),
                takenNames.Contains(key) ? AccountsErrors.UserNameTaken(person.UserName) : null,
                firstUse.TryGetValue(key, out var first) ? AccountsErrors.TwiceInList(person.UserName, first) : null,
            };
            firstUse.TryAdd(key, number);
            var other = namesakes[AccountRules.Normalize(person.DisplayName)].FirstOrDefault(row => row != number);
            var warnings = new[]
            {
                other > 0 && person.DisplayName.Length > 0 ? AccountsErrors.SameName(person.DisplayName, other) : null,
                person.DisplayName.Length > LongName ? AccountsErrors.LongName(LongName) : null,
            };
            rows.Add(new ListRow(number, person, [.. errors.OfType<Error>()]) { Warnings = [.. warnings.OfType<Error>()] });
        }

        return Result<IReadOnlyList<ListRow>>.Of(rows);
    }

    private static List<(string Name, string UserName)> Cells(string text)
    {
        text = text.TrimStart('\uFEFF').Replace('，', ',').Replace('；', ';');
        using var reader = new StringReader(text);
        using var csv = CsvReader.Create(reader, new CsvReaderOptions
        {
            HasHeader = false,
            DetectSeparatorHint = false,
            Separator = text.Contains('\t', StringComparison.Ordinal) ? '\t' : text.Contains(';', StringComparison.Ordinal) ? ';' : ',',
            // People paste, they do not write csv: a row with a stray quotation mark is refused by the rules for names.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = _ => { },
        }, leaveOpen: true);
        var cells = new List<(string, string)>();
        while (cells.Count <= Maximum + 1 && csv.Read())
        {
            var name = csv.FieldCount > 0 ? csv.GetString(0).Trim() : "";
            var userName = csv.FieldCount > 1 ? csv.GetString(1).Trim() : "";
            if (name.Length + userName.Length > 0)
            {
                cells.Add((name, userName));
            }
        }

        return cells;
    }

    private static List<NewPerson> Named(
        List<(string Name, string UserName)> cells, string prefix, string language, IReadOnlySet<string> takenNames)
    {
        var inUse = cells.Select(c => AccountRules.Normalize(c.UserName)).Concat(takenNames).ToHashSet(StringComparer.Ordinal);
        var next = 0;
        return [.. cells.Select(c => new NewPerson(c.UserName.Length > 0 ? c.UserName : Unused(), c.Name, language))];

        string Unused()
        {
            string name;
            do
            {
                name = prefix + (++next).ToString("0000", CultureInfo.InvariantCulture);
            }
            while (!inUse.Add(AccountRules.Normalize(name)));
            return name;
        }
    }
}
