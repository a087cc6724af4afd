using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>A column of the table of aspects: a setting of a level, one language of its name, or all the settings that have no column of their own.</summary>
/// <param name="Level">Stage, module, form or aspect.</param>
/// <param name="Setting">The setting's name; <see cref="Rest"/> for all others.</param>
/// <param name="Language">zh or en for a name, else null.</param>
public sealed record SchemeColumn(SchemeLevel Level, string Setting, string? Language = null)
{
    /// <summary>The column of the settings without one of their own.</summary>
    public const string Rest = "settings";

    private static readonly SchemeLevel[] Levels = [SchemeLevel.Stage, SchemeLevel.Module, SchemeLevel.Form, SchemeLevel.Aspect];

    /// <summary>All columns in their order.</summary>
    public static IReadOnlyList<SchemeColumn> All { get; } = [.. Levels.SelectMany(Of)];

    /// <summary>Its name in files and resources: <c>aspect.name.zh</c>.</summary>
    public string Id => $"{EnumText.Write(Level)}.{Setting}{(Language is null ? "" : "." + Language)}";

    /// <summary>True for the column that says which part a row speaks of.</summary>
    public bool IsKey => Setting == "key";

    /// <summary>The columns of a level.</summary>
    public static IEnumerable<SchemeColumn> Of(SchemeLevel level) =>
    [
        new(level, "key"), new(level, "name", "zh"), new(level, "name", "en"), .. Usual(level).Select(setting => new SchemeColumn(level, setting)), new(level, Rest),
    ];

    /// <summary>The settings of a level that share the column <see cref="Rest"/>; those of an aspect's rule stand there, too.</summary>
    public static IReadOnlyList<Setting> RestOf(SchemeLevel level)
    {
        string[] elsewhere = ["key", "name", "rule", "modules", "forms", "aspects", .. Usual(level)];
        return [.. SchemeSettings.Of(level).Where(setting => !elsewhere.Contains(setting.Name))];
    }

    /// <summary>What it is called in a language.</summary>
    public string Heading(ISchemeWords words) => words.Text("Sheet.Column." + Id);

    // What nearly every scheme sets.
    private static IEnumerable<string> Usual(SchemeLevel level) => level switch
    {
        SchemeLevel.Stage or SchemeLevel.Module => ["weight"],
        SchemeLevel.Form => ["judges"],
        SchemeLevel.Aspect => ["rule", "minimum", "maximum", "step"],
        SchemeLevel.Total or SchemeLevel.Panel => [],
    };
}
