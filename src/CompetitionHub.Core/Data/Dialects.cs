using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CompetitionHub.Core.Data;

/// <summary>
/// The one difference between the two dialects that SQL here meets: a list parameter. Write <c>id in @ids</c> or
/// <c>id not in @ids</c>; Dapper expands that for SQLite, PostgreSQL takes an array.
/// </summary>
internal static partial class Dialects
{
    private static readonly ConcurrentDictionary<string, string> Rewritten = new();

    public static string ForPostgres(string sql) =>
        Rewritten.GetOrAdd(sql, static text => InList().Replace(NotInList().Replace(text, "<> all(@$1)"), "= any(@$1)"));

    [GeneratedRegex(@"\bnot\s+in\s+@(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex NotInList();

    [GeneratedRegex(@"\bin\s+@(\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex InList();
}
