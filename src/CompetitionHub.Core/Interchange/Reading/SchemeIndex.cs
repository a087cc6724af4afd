using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;

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

    /// <summary>True for a mark that the scheme has a place for and its rules can use.</summary>
    public bool Allows(FolderMark mark) =>
        Form(mark.Form) is { } form && Aspect(mark.Form, mark.Aspect) is { } aspect
        && mark.Seat <= form.Judges && JudgingRules.BelongsTo(aspect, mark.Seat) && MarkRules.Check(aspect, mark.State, mark.Value) is null;

    public Aspect? Aspect(string form, string key) => forms.TryGetValue(form, out var found) ? found.Aspects.GetValueOrDefault(key) : null;
}
