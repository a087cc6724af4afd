using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CompetitionHub.Web.Tests;

/// <summary>bunit was built against AngleSharp.Diffing 1.0.0.0; the version that exists calls itself otherwise.</summary>
internal static class BunitDiffing
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "AngleSharp.Diffing"
        ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
        : null;
}
