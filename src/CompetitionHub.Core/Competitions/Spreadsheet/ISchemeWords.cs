using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Competitions;

/// <summary>What settings, rules and columns are called in one language; the texts themselves are the web's.</summary>
public interface ISchemeWords
{
    /// <summary>zh or en.</summary>
    string Language { get; }

    /// <summary>What a setting is called where it stands.</summary>
    string Label(string owner, string name);

    /// <summary>What a setting means, where its label does not say enough; else null.</summary>
    string? Hint(string owner, string name);

    /// <summary>A word of a choice.</summary>
    string Word(string owner, string name, string word);

    /// <summary>A rule by its family and word.</summary>
    string Rule(string family, string word);

    /// <summary>What a rule does, or null.</summary>
    string? Why(string family, string word);

    /// <summary>Any other text of the spreadsheet by its key.</summary>
    string Text(string key);
}
