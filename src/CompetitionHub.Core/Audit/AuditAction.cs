namespace CompetitionHub.Core.Audit;

/// <summary>What was done. Stored as the name in snake_case, so a name is never changed; add new ones at the end of their group.</summary>
public enum AuditAction
{
    /// <summary>An account was made.</summary>
    AccountCreated,
    /// <summary>An account's names or language were changed.</summary>
    AccountChanged,
    /// <summary>Somebody changed their own password.</summary>
    PasswordChanged,
    /// <summary>Somebody else gave an account a new password.</summary>
    PasswordReset,
    /// <summary>Too many wrong passwords locked an account.</summary>
    AccountLocked,
    /// <summary>A locked account was opened again.</summary>
    AccountUnlocked,
    /// <summary>An account may not sign in any more.</summary>
    AccountDisabled,
    /// <summary>A disabled account may sign in again.</summary>
    AccountEnabled,
    /// <summary>An account got a role.</summary>
    RoleGranted,
    /// <summary>An account lost a role.</summary>
    RoleRevoked,

    /// <summary>A competition was set up.</summary>
    CompetitionCreated,
    /// <summary>A competition's description was changed.</summary>
    CompetitionChanged,
    /// <summary>A competition moved in its life cycle.</summary>
    CompetitionStateChanged,
    /// <summary>A draft without contests was taken out.</summary>
    CompetitionRemoved,
    /// <summary>A contest was added.</summary>
    ContestCreated,
    /// <summary>A contest's description or counting rule was changed.</summary>
    ContestChanged,
    /// <summary>A contest without marks was taken out.</summary>
    ContestRemoved,
    /// <summary>A version of the marking scheme was saved.</summary>
    SchemeSaved,
    /// <summary>The first mark froze a version of the marking scheme.</summary>
    SchemeFrozen,
    /// <summary>The rules were changed after marking began.</summary>
    SchemeChanged,
    /// <summary>An own preset was added or changed, or came back.</summary>
    SchemePresetSaved,
    /// <summary>An own preset was removed.</summary>
    SchemePresetRemoved,
    /// <summary>A judge was given a seat.</summary>
    SeatAssigned,
    /// <summary>A seat was emptied.</summary>
    SeatCleared,
    /// <summary>It was noted which delegation a judge comes from.</summary>
    JudgeDelegationChanged,

    /// <summary>A delegation was added.</summary>
    DelegationCreated,
    /// <summary>A delegation was changed.</summary>
    DelegationChanged,
    /// <summary>A delegation was taken out.</summary>
    DelegationRemoved,
    /// <summary>An entry was added.</summary>
    EntryCreated,
    /// <summary>An entry was changed.</summary>
    EntryChanged,
    /// <summary>An entry was taken out.</summary>
    EntryRemoved,
    /// <summary>Entries came in from a file.</summary>
    EntriesImported,
    /// <summary>An import of entries was undone.</summary>
    ImportUndone,

    /// <summary>A mark was entered for the first time.</summary>
    MarkEntered,
    /// <summary>A mark was replaced by another version.</summary>
    MarkCorrected,
    /// <summary>A judge submitted a mark sheet.</summary>
    SheetSubmitted,
    /// <summary>A submitted mark sheet was opened again.</summary>
    SheetReopened,
    /// <summary>An entry became active, absent, withdrawn or disqualified.</summary>
    EntryStatusChanged,
    /// <summary>A form takes no more marks.</summary>
    FormClosed,
    /// <summary>A closed form takes marks again.</summary>
    FormOpened,

    /// <summary>What the public sees of a board was changed.</summary>
    BoardVisibilityChanged,
    /// <summary>The public board stands still.</summary>
    BoardFrozen,
    /// <summary>The public board moves again.</summary>
    BoardUnfrozen,
    /// <summary>A board's rows were thrown away and computed anew.</summary>
    BoardRebuilt,
    /// <summary>A committee or a lot decided between equal entries.</summary>
    TieDecided,

    /// <summary>A cut-off of an award was put on record or taken back.</summary>
    CutOffRecorded,
    /// <summary>A team ranking was added or changed.</summary>
    TeamRankingSaved,
    /// <summary>A team ranking was taken out.</summary>
    TeamRankingRemoved,

    /// <summary>A competition came in from a folder.</summary>
    CompetitionImported,
    /// <summary>Marks came in from a folder or a service.</summary>
    MarksImported,
}
