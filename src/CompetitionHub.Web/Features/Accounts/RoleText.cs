using CompetitionHub.Core.Shared;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Names of roles.</summary>
public static class RoleText
{
    /// <summary>The roles that are given in a competition.</summary>
    public static IReadOnlyList<Role> InCompetition { get; } = [Role.Organiser, Role.ChiefJudge, Role.Judge, Role.Viewer];

    public static string NameOf(this IStringLocalizer<AccountsText> texts, Role role) => texts["Role." + EnumText.Write(role)];
}
