using System.Security.Cryptography;
using System.Text;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Core.Competitions;

/// <summary>What a new version of a frozen scheme would do to the marks that are there; computed without writing anything.</summary>
public sealed record SchemeChange
{
    /// <summary>All entries in their new order.</summary>
    public required IReadOnlyList<EntryMove> Entries { get; init; }

    /// <summary>Marks that count or may come to count now and would not any more.</summary>
    public required IReadOnlyList<UnusableMark> Unusable { get; init; }

    /// <summary>Aspects whose marks would stand for something else than when they were given: points became faults.</summary>
    public required IReadOnlyList<RereadAspect> Reread { get; init; }

    /// <summary>Submitted sheets that would not be complete any more, or not exist.</summary>
    public required IReadOnlyList<UnfitSheet> Sheets { get; init; }

    /// <summary>Taken seats that would be freed.</summary>
    public required IReadOnlyList<JudgeSeat> Seats { get; init; }

    /// <summary>Entries with another total, rank or state.</summary>
    public IEnumerable<EntryMove> Moved => Entries.Where(entry => entry.IsMoved);

    /// <summary>True when something would be lost that somebody has to confirm.</summary>
    public bool Loses => Unusable.Count + Reread.Count + Sheets.Count + Seats.Count > 0;

    /// <summary>A digest of what would be lost: who confirms it confirms exactly this.</summary>
    public string Losses => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        .. Unusable.Select(mark => $"mark {mark.Entry} {mark.Form} {mark.Aspect} {mark.Seat}").Order(StringComparer.Ordinal),
        .. Reread.Select(aspect => $"aspect {aspect.Aspect} {aspect.Marks}"),
        .. Sheets.Select(sheet => $"sheet {sheet.Entry} {sheet.Form} {sheet.Seat}").Order(StringComparer.Ordinal),
        .. Seats.Select(seat => $"seat {seat.FormKey} {seat.Seat}"),
    ]))));
}

/// <summary>An entry before and after.</summary>
/// <param name="Before">Its line by the rules in force.</param>
/// <param name="After">Its line by the new rules.</param>
/// <param name="Difference">Exact points more or fewer; null where there is no total on one side.</param>
public sealed record EntryMove(PlacedLine Before, PlacedLine After, Fraction? Difference)
{
    /// <summary>True with another rank, or with one where there was none.</summary>
    public bool ChangesRank => Before.Rank != After.Rank;

    /// <summary>True with another total, rank or state.</summary>
    public bool IsMoved => ChangesRank || Before.Place != After.Place || Difference is { Sign: not 0 } || Before.Line.Total is null != After.Line.Total is null;
}

/// <summary>A stored mark that the new rules cannot use, and why.</summary>
public sealed record UnusableMark(string Entry, string Form, string Aspect, int Seat, MarkState State, Score? Value, Error Reason);

/// <summary>An aspect whose mark would be read as something else, with the number of its marks.</summary>
public sealed record RereadAspect(string Aspect, LocalText Name, string RuleBefore, string RuleAfter, int Marks);

/// <summary>A submitted sheet that lacks marks by the new rules; without any it has no place in them at all.</summary>
public sealed record UnfitSheet(string Entry, string Form, int Seat, IReadOnlyList<string> Missing);
