using System.Text;
using CompetitionHub.Core.Accounts;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Accounts;

/// <summary>Slips as a csv file that spreadsheets open: with byte order mark, and without cells that they would take for formulas.</summary>
public static class SlipFile
{
    public static string Write(IEnumerable<SignInSlip> slips, IStringLocalizer<AccountsText> texts)
    {
        var file = new StringBuilder("\uFEFF");
        Append(file, texts["DisplayName"], texts["UserName"], texts["Account.OneTime"]);
        foreach (var slip in slips)
        {
            Append(file, slip.DisplayName, slip.UserName, slip.Password);
        }

        return file.ToString();
    }

    private static void Append(StringBuilder file, params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i] is ['=' or '+' or '-' or '@' or '\t', ..] ? "'" + cells[i] : cells[i];
            file.Append(i == 0 ? "\"" : ",\"").Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        file.Append("\r\n");
    }
}
