using System.Text.RegularExpressions;
using CompetitionHub.TestKit;

namespace CompetitionHub.Core.Tests.Architecture;

/// <summary>A pattern that no source file may contain, except in its home; the canary is a text that it must catch.</summary>
internal sealed record SourceRule(string Reason, string Folder, string Pattern, string Canary, params string[] Homes)
{
    private static readonly string[] Extensions = [".cs", ".razor", ".cshtml"];

    public override string ToString() => Reason;

    /// <summary>"path:line text" of every line that breaks the rule.</summary>
    public IReadOnlyList<string> Offenders() =>
    [
        .. Sources(Folder)
            .Where(path => !Homes.Contains(Path.GetFileName(path)))
            .SelectMany(path => Matches(File.ReadAllText(path)).Select(m => $"{Path.GetRelativePath(Needs.Repository(), path)}:{m}")),
    ];

    public IEnumerable<string> Matches(string text) =>
        Regex.Matches(text, Pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline)
            .Select(m => $"{text.AsSpan(0, m.Index).Count('\n') + 1} {m.Value.Trim()}");

    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Needs.Repository(), folder), "*", SearchOption.AllDirectories)
            .Where(path => Extensions.Contains(Path.GetExtension(path)))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
}
