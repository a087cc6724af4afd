using System.Text.Json;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Finds half surrogate pairs: written as escapes they are legal JSON, but no text, and reading them throws.</summary>
internal static class JsonTexts
{
    /// <summary>True when every string and name of the document is a text; otherwise reports the path of the first that is none.</summary>
    public static bool Check(JsonElement element, Action<string?> report, string path = "")
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when !IsText(element.GetString):
                report(path.Length == 0 ? null : path);
                return false;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select((item, i) => (item, i)).All(e => Check(e.item, report, $"{path}[{e.i}]"));
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    if (!IsText(() => property.Name))
                    {
                        report(path);
                        return false;
                    }
                    if (!Check(property.Value, report, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
                    {
                        return false;
                    }
                }
                return true;
            default:
                return true;
        }
    }

    private static bool IsText(Func<string?> read)
    {
        try
        {
            return read() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
