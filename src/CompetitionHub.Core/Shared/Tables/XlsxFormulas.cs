using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace CompetitionHub.Core.Shared;

/// <summary>Finds formulas for which a workbook holds no value, as programs leave them that do not calculate: to a reader they look like empty cells.</summary>
internal static class XlsxFormulas
{
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Their places by the name of the sheet, as number of row and index of column.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<(int Row, int Column)>> WithoutValue(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var found = new Dictionary<string, IReadOnlyList<(int, int)>>(StringComparer.Ordinal);
        var targets = Elements(zip, "xl/_rels/workbook.xml.rels", "Relationship")
            .ToDictionary(relation => (string)relation.Attribute("Id")!, relation => (string)relation.Attribute("Target")!);
        foreach (var sheet in Elements(zip, "xl/workbook.xml", "sheet"))
        {
            var target = targets.GetValueOrDefault((string?)sheet.Attribute(Office + "id") ?? "", "");
            if (zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } part)
            {
                using var content = part.Open();
                found[(string?)sheet.Attribute("name") ?? ""] = [.. Places(content)];
            }
        }
        return found;
    }

    private static IEnumerable<XElement> Elements(ZipArchive zip, string path, string name)
    {
        if (zip.GetEntry(path) is not { } part)
        {
            return [];
        }
        using var content = part.Open();
        using var reader = XmlReader.Create(content);
        return [.. XDocument.Load(reader).Descendants().Where(element => element.Name.LocalName == name)];
    }

    private static IEnumerable<(int Row, int Column)> Places(Stream sheet)
    {
        using var reader = XmlReader.Create(sheet);
        var (cell, formula, value) = ("", false, false);
        while (reader.Read())
        {
            switch (reader.NodeType, reader.LocalName)
            {
                case (XmlNodeType.Element, "c"):
                    (cell, formula, value) = (reader.GetAttribute("r") ?? "", false, false);
                    break;
                case (XmlNodeType.Element, "f"):
                    formula = true;
                    break;
                case (XmlNodeType.Element, "v" or "is"):
                    value = !reader.IsEmptyElement;
                    break;
                case (XmlNodeType.EndElement, "c") when formula && !value && Place(cell) is { } place:
                    yield return place;
                    break;
            }
        }
    }

    // "AB12" is row 12, column 27.
    private static (int Row, int Column)? Place(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is > 0 and <= 3 && int.TryParse(reference.AsSpan(letters), System.Globalization.CultureInfo.InvariantCulture, out var row)
            ? (row, reference.Take(letters).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1)
            : null;
    }
}
