namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>What a setting holds, and so how it is typed.</summary>
public enum SettingKind
{
    /// <summary>A number with at most six decimals.</summary>
    Score,
    /// <summary>Several such numbers, apart by blanks.</summary>
    Scores,
    /// <summary>A whole number between limits.</summary>
    Whole,
    /// <summary>One of a few words.</summary>
    Choice,
    /// <summary>Yes or no.</summary>
    Flag,
    /// <summary>A line of text.</summary>
    Text,
    /// <summary>A text in both languages.</summary>
    Name,
    /// <summary>The key of another part of the scheme.</summary>
    Part,
    /// <summary>Keys of other parts, apart by blanks.</summary>
    Parts,
    /// <summary>Settings that belong together; with a family a rule chosen by its word.</summary>
    Group,
    /// <summary>A list of such groups.</summary>
    Rows,
}

/// <summary>
/// One property of a scheme document as its editor shows it. What is described here is drawn, typed, read and written by one general way;
/// what is right and wrong stays with <see cref="SchemeJson"/> and <see cref="SchemeRules"/>.
/// </summary>
/// <param name="Name">The property's name in the document.</param>
/// <param name="Kind">What it holds.</param>
public sealed record Setting(string Name, SettingKind Kind)
{
    /// <summary>True when the document has to have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when an empty field stands in the document as null, not as nothing.</summary>
    public bool IsNullWhenEmpty { get; init; }

    /// <summary>What stands in the field where the document has nothing.</summary>
    public string Default { get; init; } = "";

    /// <summary>The least whole number, or the fewest rows.</summary>
    public int Least { get; init; }

    /// <summary>The greatest whole number.</summary>
    public int Most { get; init; }

    /// <summary>The words of a choice; of a family those that may be chosen here, when not all.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Which parts a key may name.</summary>
    public SchemeLevel Level { get; init; }

    /// <summary>What a group or a row holds, beside the settings of its rule.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>What stands in the first rows of a new list, setting by setting, where equal rows would contradict each other.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Begin { get; init; } = [];

    /// <summary>The rules from which a group or a row chooses one.</summary>
    public RuleFamily? Family { get; init; }

    /// <summary>True when it is rarely needed and stands folded away.</summary>
    public bool IsRare { get; init; }

    /// <summary>What a group or a row holds, given the rule that was chosen in it.</summary>
    public IReadOnlyList<Setting> In(DraftObject value) =>
        Family is null ? Settings : [.. Family.Find(value[Family.WordName])?.Settings ?? [], .. Settings];

    /// <summary>A number; empty as default means that it may be missing.</summary>
    public static Setting Score(string name, string value = "") => new(name, SettingKind.Score) { Default = value };

    /// <summary>A number that has to be there.</summary>
    public static Setting Required(string name, string value = "") => new(name, SettingKind.Score) { Default = value, IsRequired = true };

    /// <summary>A whole number.</summary>
    public static Setting Whole(string name, int least, int most, int value) =>
        new(name, SettingKind.Whole) { Least = least, Most = most, Default = value.ToString(System.Globalization.CultureInfo.InvariantCulture), IsRequired = true };

    /// <summary>A whole number that may be missing.</summary>
    public static Setting OptionalWhole(string name, int most) => new(name, SettingKind.Whole) { Most = most };

    /// <summary>One of these words, the first unless said otherwise.</summary>
    public static Setting Choice(string name, IEnumerable<string> words) => new(name, SettingKind.Choice) { Words = [.. words], Default = words.First() };

    /// <summary>The key of a part of a level.</summary>
    public static Setting Part(string name, SchemeLevel level, bool required = true) => new(name, SettingKind.Part) { Level = level, IsRequired = required };

    /// <summary>Settings that belong together and have to be there.</summary>
    public static Setting Group(string name, params Setting[] settings) => new(name, SettingKind.Group) { Settings = settings, IsRequired = true };

    /// <summary>At least so many rows.</summary>
    public static Setting Rows(string name, int least, params Setting[] settings) =>
        new(name, SettingKind.Rows) { Least = least, Settings = settings, IsRequired = least > 0 };
}
