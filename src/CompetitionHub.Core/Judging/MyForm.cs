using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>
/// One form that a judge sits on: <paramref name="Entries"/> take part, <paramref name="Submitted"/> of them are handed in;
/// <paramref name="Next"/> names the codes of the first few that are not.
/// </summary>
public sealed record MyForm(
    string CompetitionSlug,
    LocalText CompetitionName,
    CompetitionState CompetitionState,
    string ContestSlug,
    LocalText ContestTitle,
    string FormKey,
    LocalText FormName,
    int Seat,
    int Entries,
    int Submitted,
    bool Closed,
    IReadOnlyList<string> Next)
{
    /// <summary>Entries whose sheet is still to be handed in.</summary>
    public int ToDo => Entries - Submitted;
}
