using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Registration;

namespace CompetitionHub.Core.Standings;

/// <summary>A board as one audience sees it: placed lines in order, and what its header says.</summary>
public sealed record BoardView(Competition Competition, Contest Contest, Board Board, Audience Audience, MarkingScheme Scheme, IReadOnlyList<PlacedLine> Lines)
{
    /// <summary>The modules whose points stand in columns, in the order of <see cref="BoardLine.Modules"/>.</summary>
    public IReadOnlyList<Module> Modules { get; } = [.. Scheme.AllModules()];

    /// <summary>Counted marks of the entries that take part.</summary>
    public int Marked { get; } = Lines.Where(row => row.Line.Status == EntryStatus.Active).Sum(row => row.Line.Marked);

    /// <summary>Expected marks of the entries that take part.</summary>
    public int Expected { get; } = Lines.Where(row => row.Line.Status == EntryStatus.Active).Sum(row => row.Line.Expected);

    /// <summary>Whoever has rank 1; more than one when shared, none before the first mark.</summary>
    public IEnumerable<PlacedLine> Leaders => Lines.TakeWhile(row => row.Rank == 1);

    /// <summary>Time of the last mark in these lines; null before the first.</summary>
    public DateTimeOffset? LastMarkAt => Audience == Audience.Public ? Board.PublicChangedAt : Board.ChangedAt;

    /// <summary>True while results can still change by the normal course of marking.</summary>
    public bool IsProvisional => Competition.State != CompetitionState.Closed;
}

/// <summary>One entry of a board with its worked arithmetic; names of parts are looked up in the board's scheme.</summary>
public sealed record EntryView(BoardView Board, PlacedLine Row, WorkedNode Worked)
{
    /// <summary>Why it has its rank; null without one.</summary>
    public RankReasons? Reasons { get; init; }
}

/// <summary>What lists of contests say about a board the public may see: who leads, how far marking is.</summary>
public sealed record BoardDigest(Contest Contest, Board Board, IReadOnlyList<BoardLine> Leaders, int Entries, int Marked, int Expected)
{
    /// <summary>Marked share of the expected marks, 0–100, rounded down; 100 only when all are in.</summary>
    public int Percent => Expected == 0 ? 0 : (int)(100L * Marked / Expected);
}

/// <summary>A public competition with the digests of its contests in their order.</summary>
public sealed record CompetitionDigest(Competition Competition, IReadOnlyList<BoardDigest> Contests)
{
    /// <summary>Time of the last public mark in any contest.</summary>
    public DateTimeOffset? LastMarkAt => Contests.Max(contest => contest.Board.PublicChangedAt);
}
