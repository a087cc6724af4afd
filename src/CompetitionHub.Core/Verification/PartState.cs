namespace CompetitionHub.Core.Verification;

/// <summary>The three things that a part of an entry can have come to.</summary>
public enum PartState
{
    /// <summary>Nothing counts yet.</summary>
    None,
    /// <summary>An exact number of points.</summary>
    Value,
    /// <summary>Attempted without a valid result.</summary>
    NoResult,
}
