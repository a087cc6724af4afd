using System.Globalization;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Standings;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Standings;

/// <summary>What the header of a board and the shape of its rows depend on; small, because events keep it.</summary>
public sealed record BoardStatusModel(
    string ContestSlug, ContestFormat Format, CompetitionState State, BoardVisibility Visibility, DateTimeOffset? FrozenAt, DateTimeOffset? LastMarkAt,
    string TimeZone, bool SeveralDays, ColumnDecimals Decimals, int Modules, bool ShowsScale, int Marked, int Expected)
{
    /// <summary>More modules than this stay in the opened row: the total must not leave the screen.</summary>
    private const int MostModuleColumns = 6;

    public static BoardStatusModel Of(BoardView view) => new(
        view.Contest.Slug, view.Contest.Details.Format, view.Competition.State, view.Board.Visibility, view.Board.FrozenAt, view.LastMarkAt,
        view.Competition.Details.TimeZone, view.Competition.Details.StartsOn != view.Competition.Details.EndsOn,
        ColumnDecimals.Of(view), view.Modules.Count, view.Scheme.Scale is not null, view.Marked, view.Expected);

    public bool IsProvisional => State != CompetitionState.Closed;

    public bool ShowsModules => Modules is > 1 and <= MostModuleColumns;

    public bool ShowsDelegations => Visibility is BoardVisibility.Masked or BoardVisibility.Full;

    /// <summary>Columns of the table, for what spans all of them.</summary>
    public int Columns => 4 + (ShowsDelegations ? 1 : 0) + (ShowsScale ? 1 : 0) + (ShowsModules ? Modules : 0);

    /// <summary>Hour and minute where the competition is.</summary>
    public string Minute(DateTimeOffset at) => Moment(at, "HH:mm");

    /// <summary>Hour, minute and second where the competition is.</summary>
    public string Second(DateTimeOffset at) => Moment(at, "HH:mm:ss");

    private string Moment(DateTimeOffset at, string format)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        var date = SeveralDays ? local.ToString(Languages.Current == "zh" ? "M月d日 " : "d MMM ", CultureInfo.CurrentCulture) : "";
        return date + local.ToString(format, CultureInfo.InvariantCulture);
    }
}
