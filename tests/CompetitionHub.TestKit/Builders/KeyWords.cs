using CompetitionHub.Core.Competitions;

namespace CompetitionHub.TestKit.Builders;

/// <summary>Words of a spreadsheet without any language: everything is called by its key.</summary>
public sealed class KeyWords : ISchemeWords
{
    public string Language => "en";

    public string Label(string owner, string name) => name;

    public string? Hint(string owner, string name) => null;

    public string Word(string owner, string name, string word) => word;

    public string Rule(string family, string word) => word;

    public string? Why(string family, string word) => null;

    public string Text(string key) => key == "Sheet.Yes" ? "yes" : key.Replace("Sheet.Column.", "", StringComparison.Ordinal);
}
