using System.Text.Json;

namespace CompetitionHub.Core.Verification;

/// <summary>The levels of a marking scheme, from the whole down.</summary>
internal enum PartLevel
{
    Total,
    Stage,
    Module,
    Form,
    Aspect,
}

/// <summary>One node of a marking scheme as the interchange writes it; stages, modules and forms differ only in what they may say.</summary>
internal sealed class Part
{
    private static readonly string[] PartsOf = ["stages", "modules", "forms", "aspects"];

    private Part(JsonElement json, PartLevel level, Part? whole, Part? before)
    {
        (Json, Level, Whole, Before) = (json, level, whole, before);
        Key = json.Word("key", "");
        Combine = json.Word("combine", "sum");
        Count = json.Whole("count", 1);
        (Cap, Floor) = (json.Number("cap"), json.Number("floor"));
        NoResultIsZero = json.Word("on_no_result", "propagate") == "zero";
        Role = json.Word("role", "points");
        if (level == PartLevel.Aspect)
        {
            Rule = json.GetProperty("rule");
            Kind = Rule.Word("kind", "");
            Minimum = json.Number("minimum", 0);
            Maximum = json.Number("maximum");
            return;
        }
        foreach (var part in json.Items(PartsOf[(int)level]))
            parts.Add(new(part, level + 1, this, parts.LastOrDefault()));
    }

    private readonly List<Part> parts = [];

    public JsonElement Json { get; }

    public PartLevel Level { get; }

    public string Key { get; }

    /// <summary>What it is a part of; null for the total.</summary>
    public Part? Whole { get; }

    /// <summary>The part before it in the same whole, or null.</summary>
    public Part? Before { get; }

    public IReadOnlyList<Part> Parts => parts;

    public string Combine { get; }

    public int Count { get; }

    public Rational? Cap { get; }

    public Rational? Floor { get; }

    public bool NoResultIsZero { get; }

    /// <summary>What an aspect is for.</summary>
    public string Role { get; }

    /// <summary>An aspect's rule.</summary>
    public JsonElement Rule { get; }

    /// <summary>The word of an aspect's rule.</summary>
    public string Kind { get; } = "";

    public Rational Minimum { get; }

    public Rational? Maximum { get; }

    /// <summary>Reads a scheme.</summary>
    public static Part Scheme(JsonElement json) => new(json, PartLevel.Total, null, null);

    /// <summary>This part and all below it that have a level, in order.</summary>
    public IEnumerable<Part> All(PartLevel level) => Level == level ? [this] : Parts.SelectMany(part => part.All(level));

    public Part? Find(PartLevel level, string key) => All(level).FirstOrDefault(part => part.Key == key);
}
