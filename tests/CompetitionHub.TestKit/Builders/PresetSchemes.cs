using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.TestKit.Builders;

/// <summary>Schemes of built-in presets that tests begin from.</summary>
public static class PresetSchemes
{
    public static MarkingScheme TheoryAndPractice => Of("provincial-30-70");

    public static MarkingScheme TrimmedPanel => Of("trimmed-panel");

    public static MarkingScheme MeasurementList => Of("measurement-list");

    public static MarkingScheme Plain => Of("plain");

    public static MarkingScheme Of(string key) => SchemePresets.Find(key)!.Scheme;
}
