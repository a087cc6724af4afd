namespace CompetitionHub.Core.Shared;

/// <summary>How a value that lies between two steps is rounded.</summary>
public enum RoundingMode
{
    /// <summary>四舍五入: to the nearest, a half away from zero.</summary>
    HalfUp,
    /// <summary>To the nearest, a half to the even neighbour.</summary>
    HalfEven,
    /// <summary>Towards zero: further digits are cut off.</summary>
    Truncate,
}
