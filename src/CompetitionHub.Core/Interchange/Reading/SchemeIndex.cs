using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>A scheme's forms and aspects by key, to check many rows against them.</summary>
internal sealed class SchemeIndex
{
    private readonly Dictionary<string, (MarkingForm Form, Dictionary<string, Aspect> Aspects)> forms = new(StringComparer.Ordinal);

    public SchemeIndex(MarkingScheme scheme)
    {
        foreach (var form in scheme.AllForms())
        {
            // Doubled keys were reported with the scheme; here the first one counts.
            forms.TryAdd(form.Key, (form, form.Aspects.DistinctBy(a => a.Key).ToDictionary(a => a.Key, StringComparer.Ordinal)));
        }
    }

    public MarkingForm? Form(string key) => forms.TryGetValue(key, out var found) ? found.Form : null;

    public Aspect? Aspect(string form, string key) => forms.TryGetValue(form, out var found) ? found.Aspects.GetValueOrDefault(key) : null;
}
