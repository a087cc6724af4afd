using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace CompetitionHub.Web.Tests.Components;

/// <summary>bunit binds to AngleSharp.Diffing 1.0.0.0; the only published one is 0.17.0.0.</summary>
internal static class DiffingResolver
{
    [ModuleInitializer]
    internal static void Register() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}

/// <summary>A component on its own, in Chinese unless a test says otherwise.</summary>
public abstract class ComponentTest : Bunit.BunitContext
{
    protected ComponentTest()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Services.AddLogging();
        Services.AddTexts();
        Services.AddErrorSentences();
        Services.AddRadzenComponents();
        Services.AddSingleton(TimeProvider.System);
    }
}
