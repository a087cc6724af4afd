namespace CompetitionHub.Core.Shared;

/// <summary>Makes the ids of rows: UUID version 7 in lower-case text, so that ids of one table sort by creation.</summary>
public static class Ids
{
    /// <summary>A new id.</summary>
    public static string New(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("D");

    /// <summary>True for a UUID in the one text form that is stored (36 characters, lower case).</summary>
    public static bool IsWellFormed(string? id) => id is { Length: 36 } && Guid.TryParseExact(id, "D", out var guid) && guid.ToString("D") == id;
}
