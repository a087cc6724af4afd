using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Standings;

/// <summary>The word that stands where a line has no total: not yet marked, no valid result, absent, withdrawn, disqualified.</summary>
public static class StateWords
{
    /// <summary>Its text key.</summary>
    public static string Key(PlacedLine row) => row.Place == BoardPlace.NoResult ? "Row.NoResult" : $"Row.{row.Line.Status}";
}
