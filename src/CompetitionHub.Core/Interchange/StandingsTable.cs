using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Interchange;

/// <summary>The standings of a contest as a table: what staff see, in rank order. Module keys are in the order of the scheme.</summary>
public sealed record StandingsTable(string Competition, string Contest, bool Provisional, IReadOnlyList<string> Modules, IReadOnlyList<PlacedLine> Lines)
{
    /// <summary>
    /// <c>ranked</c>, <c>no_result</c> (attempted, nothing valid), <c>not_marked</c> (takes part, nothing counts yet; not a zero), or the state of an entry that is out:
    /// <c>absent</c>, <c>withdrawn</c>, <c>disqualified</c>.
    /// </summary>
    public static string StatusOf(PlacedLine line) => line.Place switch
    {
        BoardPlace.Ranked => "ranked",
        BoardPlace.NoResult => "no_result",
        BoardPlace.NotYetMarked => "not_marked",
        BoardPlace.Out => Shared.EnumText.Write<EntryStatus>(line.Line.Status),
    };
}
