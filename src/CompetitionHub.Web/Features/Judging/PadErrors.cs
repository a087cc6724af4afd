using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>Refusals of requests that a mark pad never sends; whoever wrote another client reads them.</summary>
public static class PadErrors
{
    public static Error NotJson() => new(ErrorKind.Invalid, "Judging.NotJson");

    public static Error Malformed(string place) => new(ErrorKind.Invalid, "Judging.Malformed", place);

    public static Error TooLarge(int limit) => new(ErrorKind.Invalid, "Judging.TooLarge", limit);

    public static Error NotFromPad() => new(ErrorKind.Invalid, "Judging.NotFromPad");

    public static Error OtherJudge() => new(ErrorKind.Conflict, "Judging.OtherJudge");
}
