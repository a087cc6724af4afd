using System.Text;
using CsvHelper;

namespace CompetitionHub.Core.Shared;

/// <summary>Reads the rows of a csv: UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030, which is what Excel writes in China.</summary>
internal static class CsvTable
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions Options = CsvReaderOptions.Default with
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 512 * 1024,
        PoolStrings = true,
    };

    static CsvTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>False for anything with zero bytes, unless it says that it is UTF-16.</summary>
    public static bool IsText(byte[] bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !bytes.AsSpan().Contains((byte)0);

    public static IEnumerable<(int Number, IReadOnlyList<string> Cells)> Rows(byte[] bytes, int longestCell)
    {
        // A quoted cell may hold line breaks: the row people see is the line it began on.
        using var reader = CsvReader.FromText(Decode(bytes), Options);
        while (reader.Read())
        {
            var cells = new string[reader.FieldCount];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Tidy(reader.GetString(i), longestCell);
            }
            yield return ((int)reader.LineNumber, cells);
        }
    }

    private static string Tidy(string cell, int longestCell)
    {
        var trimmed = cell.Trim();
        return trimmed.Length > longestCell ? trimmed[..longestCell] : trimmed;
    }

    private static string Decode(byte[] bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return StrictUtf8.GetString(bytes, 3, bytes.Length - 3);
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
    }
}
