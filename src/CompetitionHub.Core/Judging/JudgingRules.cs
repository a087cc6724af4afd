using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Judging;

/// <summary>Pure rules of marking: what belongs on which seat's sheet, and what state an entry and a competition must be in.</summary>
public static class JudgingRules
{
    /// <summary>The seat that records the measurements the group agreed on.</summary>
    public const int MeasuringSeat = 1;

    /// <summary>The seat of imported values.</summary>
    public const int ImportedSeat = 0;

    /// <summary>True when the aspect's mark belongs on this seat's sheet.</summary>
    public static bool BelongsTo(Aspect aspect, int seat) => aspect.Kind switch
    {
        AspectKind.PanelScore => seat >= MeasuringSeat,
        AspectKind.Measurement => seat == MeasuringSeat,
        AspectKind.Imported => seat == ImportedSeat,
    };

    /// <summary>The aspects of one seat's sheet, in the form's order.</summary>
    public static IReadOnlyList<Aspect> SheetOf(MarkingForm form, int seat) =>
        seat < 0 || seat > form.Judges ? [] : [.. form.Aspects.Where(aspect => BelongsTo(aspect, seat))];

    /// <summary>True when the form, or what it is part of, counts the best of several attempts.</summary>
    public static bool IsAttempt(MarkingScheme scheme, MarkingForm form) => TakesBest(form) || TakesBest(scheme)
        || scheme.Stages.Any(stage => stage.Modules.Any(module => module.Forms.Contains(form) && (TakesBest(module) || TakesBest(stage))));

    /// <summary>True where "failed attempt" is a usual answer: for what is measured, and for every mark of an attempt.</summary>
    public static bool OffersFailed(Aspect aspect, bool isAttempt) => isAttempt || aspect.Kind != AspectKind.PanelScore;

    /// <summary>Refuses marks for an entry that does not take part.</summary>
    public static Error? RefuseEntry(EntryStatus status, string code) => status switch
    {
        EntryStatus.Active => null,
        EntryStatus.Absent => JudgingErrors.EntryAbsent(code),
        EntryStatus.Withdrawn => JudgingErrors.EntryWithdrawn(code),
        EntryStatus.Disqualified => JudgingErrors.EntryDisqualified(code),
    };

    /// <summary>Refuses marks outside a running competition.</summary>
    public static Error? RefuseCompetition(CompetitionState state) => state == CompetitionState.Running ? null : JudgingErrors.NotRunning();

    /// <summary>Refuses a mark for an aspect that the form does not have or that belongs to another seat.</summary>
    public static Error? RefuseAspect(MarkingForm? form, Aspect? aspect, int seat) =>
        form is null || seat < 0 || seat > form.Judges ? JudgingErrors.NotFound()
        : aspect is null ? JudgingErrors.AspectUnknown()
        : BelongsTo(aspect, seat) ? null
        : JudgingErrors.AspectOfAnotherSeat(aspect.Kind == AspectKind.Imported ? ImportedSeat : MeasuringSeat);

    private static bool TakesBest(Whole whole) => whole.Combine is Combination.Highest or Combination.Lowest;

    /// <summary>The aspects of a sheet that have no mark yet, given the current states by aspect key.</summary>
    public static IReadOnlyList<Aspect> Missing(IReadOnlyList<Aspect> sheet, IReadOnlyDictionary<string, MarkState> marks) =>
        [.. sheet.Where(aspect => marks.GetValueOrDefault(aspect.Key, MarkState.Cleared) == MarkState.Cleared)];
}
