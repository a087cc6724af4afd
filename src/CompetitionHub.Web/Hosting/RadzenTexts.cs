using System.Globalization;
using CompetitionHub.Web.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting;

/// <summary>Chinese for Radzen's own words (it brings none); null leaves its English.</summary>
public sealed class RadzenTexts(IStringLocalizer<RadzenText> texts) : Radzen.ILocalizer
{
    public string? Get(string key, CultureInfo culture)
    {
        var text = texts[key];
        return text.ResourceNotFound ? null : text.Value;
    }
}
