namespace CompetitionHub.Core.Judging;

/// <summary>What a mark says. Nothing said is not a zero, and neither is a judge who was not there.</summary>
public enum MarkState
{
    /// <summary>Taken back, or never given: not yet marked.</summary>
    Cleared,
    /// <summary>A number.</summary>
    Value,
    /// <summary>
    /// The contestant did not attempt this: counts zero and is shown as what it is. Where fewer points are better, and where it is only compared, there is no result.
    /// </summary>
    NotAttempted,
    /// <summary>The judge was absent: the mark is left out of the panel and nothing more is expected.</summary>
    JudgeAbsent,
    /// <summary>The attempt failed and has no valid result: neither a zero nor something still to come.</summary>
    Failed,
}

/// <summary>The stable words for <see cref="MarkState"/> in the database, in commands and in interchange files.</summary>
public static class MarkStates
{
    /// <summary>The word for a state.</summary>
    public static string Code(MarkState state) => state switch
    {
        MarkState.Cleared => "cleared",
        MarkState.Value => "value",
        MarkState.NotAttempted => "not_attempted",
        MarkState.JudgeAbsent => "judge_absent",
        MarkState.Failed => "failed",
    };

    /// <summary>Reads a word; false for any other.</summary>
    public static bool TryParse(string? code, out MarkState state)
    {
        (var known, state) = code switch
        {
            "cleared" => (true, MarkState.Cleared),
            "value" => (true, MarkState.Value),
            "not_attempted" => (true, MarkState.NotAttempted),
            "judge_absent" => (true, MarkState.JudgeAbsent),
            "failed" => (true, MarkState.Failed),
            _ => (false, MarkState.Cleared),
        };
        return known;
    }
}
