namespace CompetitionHub.Core.Shared;

/// <summary>One page of a longer list, with the number of rows in the whole list.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);
