namespace CompetitionHub.Mutation;

/// <summary>One small change of the engine's code.</summary>
/// <param name="Id">The number that switches it on.</param>
/// <param name="File">Path below the Core project.</param>
/// <param name="Number">Its place among the changes of the file.</param>
/// <param name="Line">Line in the unchanged file.</param>
/// <param name="Code">The unchanged line, trimmed.</param>
/// <param name="Change">What is changed into what.</param>
/// <param name="MadeOnce">True where the code runs once per process: in what a static field begins with.</param>
internal sealed record Mutant(int Id, string File, int Number, int Line, string Code, string Change, bool MadeOnce)
{
    /// <summary>The same change in another run: lines may have moved, ids too.</summary>
    public string Key => $"{File} | {Code} | {Change}";
}

/// <summary>What became of a mutant.</summary>
internal enum Fate
{
    /// <summary>A test failed.</summary>
    Killed,
    /// <summary>The tests did not end in time: noticed as well.</summary>
    TimedOut,
    /// <summary>All tests that reach it passed.</summary>
    Survived,
    /// <summary>No test reaches it.</summary>
    NotReached,
    /// <summary>Named in equivalent.txt: it changes nothing that could be seen.</summary>
    Equivalent,
}
