using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>What can be wrong with a cell or the whole of a scheme's spreadsheet.</summary>
public static class SchemeSheetErrors
{
    /// <summary>No rows below the headings.</summary>
    public static Error Empty() => Invalid("Empty");

    /// <summary>More rows than a scheme can have aspects.</summary>
    public static Error TooManyRows(int most) => Invalid("TooManyRows", most);

    /// <summary>A column that the template does not have.</summary>
    public static Error HeadingUnknown(string heading) => Invalid("HeadingUnknown", heading);

    /// <summary>A column that stands twice.</summary>
    public static Error HeadingTwice(string heading) => Invalid("HeadingTwice", heading);

    /// <summary>A column without which no row can be read.</summary>
    public static Error HeadingMissing(string heading) => Invalid("HeadingMissing", heading);

    /// <summary>Something stands in a column without a heading.</summary>
    public static Error ColumnWithoutHeading(string column) => Invalid("ColumnWithoutHeading", column);

    /// <summary>The row says an aspect or a part, but not in which module or form.</summary>
    public static Error PartMissing(string heading) => Invalid("PartMissing", heading);

    /// <summary>The same part says something else in an earlier row.</summary>
    public static Error PartDiffers(string earlier, int row) => Invalid("PartDiffers", earlier, row);

    /// <summary>The aspect does not say how it is marked.</summary>
    public static Error KindMissing() => Invalid("KindMissing");

    /// <summary>A word that is none of these.</summary>
    public static Error WordUnknown(string word, string options) => Invalid("WordUnknown", word, options);

    /// <summary>A setting that there is not here.</summary>
    public static Error SettingUnknown(string name, string options) => Invalid("SettingUnknown", name, options);

    /// <summary>A setting that stands twice in a cell.</summary>
    public static Error SettingTwice(string name) => Invalid("SettingTwice", name);

    /// <summary>A setting that the rule cannot do without.</summary>
    public static Error SettingMissing(string name) => Invalid("SettingMissing", name);

    /// <summary>Not of the form "setting=value; setting=value".</summary>
    public static Error NotNotation(string text) => Invalid("NotNotation", text);

    /// <summary>Brackets or quotation marks that do not pair.</summary>
    public static Error Unpaired(string text) => Invalid("Unpaired", text);

    /// <summary>Neither yes nor no.</summary>
    public static Error NotYesNo(string text) => Invalid("NotYesNo", text);

    /// <summary>Cells merged over aspects, or across columns.</summary>
    public static Error Merged() => Invalid("Merged");

    /// <summary>A formula for which the file holds no value.</summary>
    public static Error Uncalculated() => Invalid("Uncalculated");

    /// <summary>"As it is", but there is nothing yet that it could be.</summary>
    public static Error NothingToKeep() => Invalid("NothingToKeep");

    /// <summary>A text that is longer than a cell can be.</summary>
    public static Error CellTooLong(int most) => Invalid("CellTooLong", most);

    /// <summary>The sheet has cells with problems, so nothing was saved.</summary>
    public static Error HasProblems(int problems) => Invalid("HasProblems", problems);

    private static Error Invalid(string name, params object[] args) => new(ErrorKind.Invalid, "Competitions.Sheet" + name, args);
}
