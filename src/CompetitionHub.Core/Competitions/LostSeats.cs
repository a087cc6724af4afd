using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Taken seats for which a new version of a scheme has no place: of forms that are gone, or beyond a smaller panel.</summary>
internal sealed class LostSeats(JudgeSeatRepository seats, AuditLog audit)
{
    /// <summary>The seats.</summary>
    public async Task<IReadOnlyList<JudgeSeat>> ListAsync(DbSession session, string contestId, MarkingScheme scheme)
    {
        var kept = SchemeState.JudgedForms(scheme).ToDictionary(f => f.Key, f => f.Judges);
        return [.. (await seats.ListAsync(session, contestId)).Where(seat => seat.Seat > kept.GetValueOrDefault(seat.FormKey))];
    }

    /// <summary>Frees them.</summary>
    public async Task FreeAsync(DbSession session, Actor actor, Contest contest, MarkingScheme scheme)
    {
        foreach (var seat in await ListAsync(session, contest.Id, scheme))
        {
            await seats.ClearAsync(session, contest.Id, seat.FormKey, seat.Seat);
            await audit.AppendAsync(
                session, actor, contest.CompetitionId, AuditAction.SeatCleared, "seat", contest.Id, new { seat.FormKey, seat.Seat, seat.AccountId }, null);
        }
    }
}
