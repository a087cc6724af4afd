using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>The texts of the mark pad's script as a JSON block of the page, in the reader's language.</summary>
public static class PadTexts
{
    private const string Prefix = "Pad.";

    // The default encoder writes < and & as escapes, so that no text can end the script element.
    private static readonly JsonSerializerOptions Encoding = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static MarkupString Json(IStringLocalizer<JudgingText> texts) => new(JsonSerializer.Serialize(
        texts.GetAllStrings(includeParentCultures: true)
            .Where(text => text.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(text => text.Name[Prefix.Length..], text => text.Value), Encoding));
}
