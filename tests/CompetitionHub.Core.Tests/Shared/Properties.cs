using FsCheck;
using FsCheck.Fluent;

namespace CompetitionHub.Core.Tests.Shared;

/// <summary>Runs a property over generated cases and throws with the shrunk counter-example.</summary>
internal static class Properties
{
    public static void Hold<T>(Gen<T> cases, Func<T, bool> property, int count = 2000) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(cases.ToArbitrary(), property));

    /// <summary>The same items in another order.</summary>
    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
