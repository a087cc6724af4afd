namespace CompetitionHub.Core.Standings;

/// <summary>What the public sees of a board.</summary>
public enum BoardVisibility
{
    /// <summary>不公开: nothing but that the contest exists.</summary>
    Hidden,
    /// <summary>只显示编号: codes and points, neither names nor delegations.</summary>
    Codes,
    /// <summary>姓名脱敏: masked names and delegations.</summary>
    Masked,
    /// <summary>完整公开: names and delegations.</summary>
    Full,
}

/// <summary>Who a stored row is written for.</summary>
public enum Audience
{
    /// <summary>Staff: always complete and up to date.</summary>
    Staff,
    /// <summary>Everyone: what visibility and freeze allow.</summary>
    Public,
}

/// <summary>
/// The board of a contest, with the contest's id. <paramref name="ChangedAt"/> and <paramref name="PublicChangedAt"/> are the times
/// of the last mark in the staff and in the public rows; <paramref name="Revision"/> grows with each change of either.
/// </summary>
public sealed record Board(
    string ContestId, BoardVisibility Visibility, DateTimeOffset? FrozenAt, long Revision, DateTimeOffset? ChangedAt, DateTimeOffset? PublicChangedAt)
{
    /// <summary>True while the public rows stand still.</summary>
    public bool IsFrozen => FrozenAt is not null;
}
