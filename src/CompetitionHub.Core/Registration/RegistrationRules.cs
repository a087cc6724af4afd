using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>What delegations and entries must say about themselves.</summary>
public static class RegistrationRules
{
    /// <summary>Longest name of an entry, a member or a delegation, in characters.</summary>
    public const int MaximumName = 80;

    /// <summary>Most members of a team.</summary>
    public const int MaximumMembers = 30;

    /// <summary>All that is wrong with a delegation; empty when nothing is.</summary>
    public static IReadOnlyList<Error> Check(DelegationDetails details)
    {
        var errors = new List<Error>();
        CheckCode(details.Code, errors);
        CheckNames(details.Name, errors);
        return errors;
    }

    /// <summary>All that is wrong with an entry by itself; empty when nothing is.</summary>
    public static IReadOnlyList<Error> Check(EntryDetails details, ContestFormat format)
    {
        var errors = new List<Error>();
        if (details.Code is not null)
        {
            CheckCode(details.Code, errors);
        }
        CheckNames(details.Name, errors);
        if (CheckName("Panel", details.Panel) is { } panel)
        {
            errors.Add(panel);
        }
        if (details.Members.Count > 0 && format == ContestFormat.Individual)
        {
            errors.Add(RegistrationErrors.MembersNotAllowed());
        }
        if (details.Members.Count > MaximumMembers)
        {
            errors.Add(RegistrationErrors.TooManyMembers(MaximumMembers));
        }
        if (details.Members.Select(m => CheckName("Members", m)).FirstOrDefault(e => e is not null) is { } wrong)
        {
            errors.Add(wrong);
        }
        return errors;
    }

    /// <summary>The same delegation without spaces around its texts and with its code in capitals.</summary>
    public static DelegationDetails Tidy(DelegationDetails details) => new(TidyCode(details.Code), CompetitionsRules.Tidy(details.Name));

    /// <summary>The same entry without spaces around its texts, empty members and an empty code.</summary>
    public static EntryDetails Tidy(EntryDetails details) => details with
    {
        DelegationId = string.IsNullOrEmpty(details.DelegationId) ? null : details.DelegationId,
        Code = TidyCode(details.Code ?? "") is { Length: > 0 } code ? code : null,
        Name = CompetitionsRules.Tidy(details.Name),
        Members = [.. details.Members.Select(m => m.Trim()).Where(m => m.Length > 0)],
        Panel = details.Panel.Trim(),
    };

    /// <summary>What is wrong with the name of a person, team or unit; null when nothing is.</summary>
    public static Error? CheckName(string field, string name) =>
        name.Length > MaximumName ? RegistrationErrors.NameTooLong(field, MaximumName)
        : !CompetitionsRules.IsPrintable(name) ? RegistrationErrors.NameNotPlain(field)
        : name is ['=' or '+' or '-' or '@', ..] ? RegistrationErrors.LooksLikeFormula(field)
        : null;

    // Full-width letters and digits come from Chinese input methods.
    private static string TidyCode(string code) => code.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();

    private static void CheckCode(string code, List<Error> errors)
    {
        if (!EntryCodes.IsWellFormed(code))
        {
            errors.Add(RegistrationErrors.CodeInvalid(code.Length > EntryCodes.MaximumLength ? code[..EntryCodes.MaximumLength] + "…" : code));
        }
    }

    private static void CheckNames(LocalText name, List<Error> errors)
    {
        if (name.IsEmpty)
        {
            errors.Add(RegistrationErrors.NameMissing());
        }
        if (CheckName("Name", name.Zh) is { } zh)
        {
            errors.Add(zh);
        }
        if (CheckName("NameEn", name.En) is { } en)
        {
            errors.Add(en);
        }
    }
}
