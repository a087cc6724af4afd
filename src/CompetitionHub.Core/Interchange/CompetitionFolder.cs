using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange;

/// <summary>A whole competition as the folder holds it, checked: every name in it resolves.</summary>
public sealed record CompetitionFolder(
    CompetitionDetails Details,
    CompetitionState State,
    IReadOnlyList<DelegationDetails> Delegations,
    IReadOnlyList<FolderJudge> Judges,
    IReadOnlyList<FolderContest> Contests)
{
    /// <summary>The team rankings, in order.</summary>
    public IReadOnlyList<TeamRanking> TeamRankings { get; init; } = [];

    /// <summary>SHA-256 (lower-case hex) of each file it was read from, by path; empty when it was not read.</summary>
    public IReadOnlyDictionary<string, string> Digests { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>SHA-256 over the names and digests of all files, as <c>sha256sum</c> prints them in the order of their names.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Concat(Digests.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Value}  {file.Key}\n")))));
}

/// <summary>A contest with its board, scheme, entries, marks in force and sheets.</summary>
public sealed record FolderContest(
    FolderContestSetUp SetUp,
    IReadOnlyList<FolderEntry> Entries,
    IReadOnlyList<FolderMark> Marks,
    IReadOnlyList<FolderSheet> Sheets)
{
    /// <summary>Its part of every address, and the name of its folder.</summary>
    public string Slug => SetUp.Details.Slug;
}

/// <summary>What <c>competition.json</c> says about a contest.</summary>
public sealed record FolderContestSetUp(
    ContestDetails Details,
    BoardVisibility Visibility,
    bool Frozen,
    IReadOnlyList<string> ClosedForms,
    MarkingScheme Scheme)
{
    /// <summary>What was decided between equal entries, in order.</summary>
    public IReadOnlyList<RankDecision> Decisions { get; init; } = [];

    /// <summary>The cut-offs of awards that are in force.</summary>
    public IReadOnlyList<CutOff> CutOffs { get; init; } = [];
}

/// <summary>An entry; <paramref name="Delegation"/> is the delegation's code.</summary>
public sealed record FolderEntry(
    string Code,
    LocalText Name,
    string? Delegation,
    IReadOnlyList<string> Members,
    EntryStatus Status,
    string? StatusReason)
{
    /// <summary>See <see cref="Entry.Panel"/>.</summary>
    public string Panel { get; init; } = "";
}

/// <summary>The mark in force of one seat for one aspect; seat 0 is an imported value.</summary>
public sealed record FolderMark(string Entry, string Form, string Aspect, int Seat, MarkState State, Score? Value);

/// <summary>A mark sheet that was submitted, or taken back after that.</summary>
public sealed record FolderSheet(string Entry, string Form, int Seat, SheetState State);

/// <summary>A judge or chief judge, known by user name, with the seats held and the code of the delegation they come from. No password travels.</summary>
public sealed record FolderJudge(
    string UserName, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<FolderSeat> Seats, string? Delegation = null);

/// <summary>A seat of a form's panel.</summary>
public sealed record FolderSeat(string Contest, string Form, int Seat);

/// <summary>Where a mark sheet stands once it was handed in.</summary>
public enum SheetState
{
    /// <summary>Handed in: its marks count.</summary>
    Submitted,
    /// <summary>Taken back into work: its marks do not count for now.</summary>
    Reopened,
}
