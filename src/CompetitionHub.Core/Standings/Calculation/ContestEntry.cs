namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>An entry as the calculation sees it.</summary>
/// <param name="Code">Its public code: what a lot is drawn with.</param>
/// <param name="Panel">The room or panel that marks it, where several mark one contest; else empty.</param>
/// <param name="TakesPart">False for entries that are absent, withdrawn or disqualified: they are no part of the field.</param>
/// <param name="Marks">Its current marks that count.</param>
public sealed record ContestEntry(string Code, string Panel, bool TakesPart, IReadOnlyCollection<CountedMark> Marks);
