using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CompetitionHub.Web.Features.Live;

/// <summary>Renders components to text outside of any request, in a language; for what many readers get the same bytes of.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync<T>(string culture, Dictionary<string, object?> parameters) where T : IComponent =>
        (await RenderManyAsync<T>(culture, [parameters]))[0];

    /// <summary>Renders the same component several times.</summary>
    public async Task<IReadOnlyList<string>> RenderManyAsync<T>(string culture, IReadOnlyList<Dictionary<string, object?>> parameters) where T : IComponent
    {
        // Flows into the rendering below and ends with this method.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var texts = new List<string>(parameters.Count);
            foreach (var each in parameters)
            {
                texts.Add((await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(each))).ToHtmlString());
            }

            return texts;
        });
    }
}
