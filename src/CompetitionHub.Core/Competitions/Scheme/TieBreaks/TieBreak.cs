using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Which way a comparator decides.</summary>
public enum TieBreakOrder
{
    /// <summary>More is better.</summary>
    HigherFirst,
    /// <summary>Less is better.</summary>
    LowerFirst,
}

/// <summary>What decides between entries with equal totals. One small class per comparator, chosen by its word.</summary>
public abstract record TieBreak
{
    /// <summary>Which way it decides.</summary>
    public TieBreakOrder Order { get; init; }

    /// <summary>Which way it decides whatever the document says: a committee's first and the larger lot are always before the others.</summary>
    internal virtual TieBreakOrder Direction => Order;

    /// <summary>The word of the comparator in the scheme document.</summary>
    public abstract string Word { get; }

    /// <summary>What it compares, one after the other, for reading from an entry's scores; null where an entry has nothing to compare yet.</summary>
    internal abstract IReadOnlyList<Func<EntryScores, Fraction?>> Compile(CompiledScheme scheme);

    /// <summary>Why the scheme cannot be compared this way, or null.</summary>
    internal virtual Error? Check(MarkingScheme scheme) => null;

    /// <summary>The property that <see cref="Check"/> speaks of.</summary>
    internal virtual string Checked => "key";

    /// <summary>Writes the comparator's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}

/// <summary>All comparators by their word in the scheme document.</summary>
public static class TieBreakWords
{
    private static readonly Dictionary<string, Func<JsonObjectReader, TieBreak>> Readers = new(StringComparer.Ordinal)
    {
        [ModuleTieBreak.RuleWord] = json => new ModuleTieBreak(json.Text("key")),
        [FormTieBreak.RuleWord] = json => new FormTieBreak(json.Text("key")),
        [StageTieBreak.RuleWord] = json => new StageTieBreak(json.Text("key")),
        [MeasurementsTieBreak.RuleWord] = _ => new MeasurementsTieBreak(),
        [AspectTieBreak.RuleWord] = json => new AspectTieBreak(json.Text("key")),
        [ModulesTieBreak.RuleWord] = json => new ModulesTieBreak(json.Texts("keys")),
        [DeductionsTieBreak.RuleWord] = _ => new DeductionsTieBreak { Order = TieBreakOrder.LowerFirst },
        [BestSingleTieBreak.RuleWord] = json => new BestSingleTieBreak(Level(json)),
        [CountbackTieBreak.RuleWord] = json => new CountbackTieBreak(Level(json)),
        [PartsWithPointsTieBreak.RuleWord] = json => new PartsWithPointsTieBreak(Level(json)),
        [LotTieBreak.RuleWord] = json => new LotTieBreak(json.Has("seed") ? json.Text("seed") : null),
        [CommitteeTieBreak.RuleWord] = _ => new CommitteeTieBreak { Order = TieBreakOrder.LowerFirst },
    };

    /// <summary>The words.</summary>
    public static IReadOnlyCollection<string> All => Readers.Keys;

    internal static TieBreak Read(JsonObjectReader json)
    {
        TieBreak rule = json.Choice("by", Readers) is { } read ? read(json) : new MeasurementsTieBreak();
        rule = rule with { Order = json.Word("order", SchemeWords.Orders, rule.Order) };
        json.Done();
        return rule;
    }

    private static PartLevel Level(JsonObjectReader json) => json.Word("of", SchemeWords.PartLevels, PartLevel.Form);
}
