using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>A current mark that counts: given by a seat (0: imported) on an aspect of one entry.</summary>
public readonly record struct CountedMark(string AspectKey, int Seat, MarkState State, Score? Value);

/// <summary>A place for one expected mark; <c>default</c> is "not yet marked".</summary>
internal readonly record struct MarkSlot(MarkState State, long Value);
