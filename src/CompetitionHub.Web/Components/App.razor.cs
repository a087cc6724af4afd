using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Components;

/// <summary>The document of staff pages. Pages without a render mode (sign-in, account) get no Blazor script and no circuit.</summary>
public partial class App
{
    private bool interactive;
    private string? theme;

    protected override void OnInitialized()
    {
        interactive = PageKind.IsInteractive(Http.HttpContext);
        theme = ThemeChoice.Of(Http.HttpContext);
    }
}
