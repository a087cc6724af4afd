namespace CompetitionHub.Core.Verification;

/// <summary>An entry of the exported contest with the marks that count.</summary>
/// <param name="Code">Its public code.</param>
/// <param name="Panel">The room or panel that marks it; one of them may be empty.</param>
/// <param name="Active">False when absent, withdrawn or disqualified.</param>
/// <param name="Marks">By aspect, in the order of the seats.</param>
internal sealed record Entrant(string Code, string Panel, bool Active, ILookup<string, SeatMark> Marks);

/// <summary>A mark in force: of a seat (0: imported), with its state's word and value.</summary>
internal readonly record struct SeatMark(int Seat, string State, Rational Value)
{
    public const string Given = "value";
    public const string NotAttempted = "not_attempted";
    public const string Failed = "failed";
    public const string JudgeAbsent = "judge_absent";
}
