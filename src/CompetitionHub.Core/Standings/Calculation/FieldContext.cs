namespace CompetitionHub.Core.Standings.Calculation;

/// <summary>
/// What rules need to know of all entries that take part: the best time, the marks of every judge, the means of the panels. Made once for a
/// contest, then read for every entry.
/// </summary>
public sealed class FieldContext
{
    private readonly Dictionary<string, object?> facts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, PanelFacts> panels = [];

    private FieldContext(CompiledScheme scheme, IEnumerable<ContestEntry> entries)
    {
        var all = entries.ToList();
        var field = all.Where(entry => entry.TakesPart).ToList();
        var slots = all.Select(entry => new EntrySlots(scheme).Fill(entry)).ToLookup(entry => entry.TakesPart);
        foreach (var aspect in scheme.Forms.SelectMany(form => form.Aspects).Where(aspect => aspect.Aspect.Rule.DependsOnField))
            facts[aspect.Aspect.Key] = aspect.Aspect.Rule.Gather(aspect, [.. slots[true]], [.. slots[false]]);

        // Panels are compared by points that already know the field's facts.
        var modules = scheme.Modules.Where(module => module.Module.Normalise is not null).ToList();
        if (modules.Count == 0)
            return;
        var calculator = new EntryCalculator(scheme, this);
        var points = field.Select(entry => (entry.Panel, Points: calculator.ModulesBeforeNormalisation(entry))).ToList();
        foreach (var module in modules)
            panels[module.Place] = new PanelFacts(module.Module.Normalise!, points.Select(entry => (entry.Panel, entry.Points[module.Place].Points)));
    }

    /// <summary>Reads the field; null when the scheme's rules do not depend on it.</summary>
    public static FieldContext? Gather(CompiledScheme scheme, IEnumerable<ContestEntry> entries) =>
        scheme.DependsOnField ? new FieldContext(scheme, entries) : null;

    internal object? Facts(string aspectKey) => facts.GetValueOrDefault(aspectKey);

    internal PanelFacts? Panels(int modulePlace) => panels.GetValueOrDefault(modulePlace);
}
