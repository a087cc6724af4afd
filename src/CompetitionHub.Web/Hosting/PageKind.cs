using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace CompetitionHub.Web.Hosting;

/// <summary>Tells pages with a circuit from those without: the latter get no Blazor script and no Radzen.</summary>
public static class PageKind
{
    public static bool IsInteractive(HttpContext? context) =>
        context?.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetCustomAttribute<RenderModeAttribute>() is not null;
}
