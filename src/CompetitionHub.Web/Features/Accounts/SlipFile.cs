using System.Text;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Slips as a csv file that spreadsheets open.</summary>
public static class SlipFile
{
    public static string Write(IEnumerable<SignInSlip> slips, IStringLocalizer<AccountsText> texts) => Encoding.UTF8.GetString(CsvFile.Write(
        [texts["DisplayName"], texts["UserName"], texts["Account.OneTime"]],
        slips.Select(slip => (IEnumerable<string>)[slip.DisplayName, slip.UserName, slip.Password])));
}
