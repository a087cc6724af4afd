using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Points of a stage, module, form or aspect within limits; a part without points yet is not within any.</summary>
public sealed record PartCondition(SchemeLevel Level, string Key, Limits Limits) : AwardCondition
{
    /// <inheritdoc/>
    public override string Word => Level.ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public override bool NeedsParts => true;

    /// <inheritdoc/>
    public override bool IsMet(FieldLine line, ContestField field) => Limits.Hold(line.PointsOf(Level, Key));

    internal override IEnumerable<(string Property, Error Error)> Check(MarkingScheme scheme) =>
        Keys(scheme).Contains(Key, StringComparer.Ordinal) ? Limits.Check() : [("key", AwardRuleErrors.PartUnknown(Key))];

    internal override IEnumerable<(string Property, Error Error)> Advise(MarkingScheme scheme) => Limits.Advise(Level switch
    {
        SchemeLevel.Stage => scheme.Stages.Where(part => part.Key == Key).Select(part => SchemeRules.FullMarkOf(part, scheme)).FirstOrDefault(),
        SchemeLevel.Module => scheme.AllModules().Where(part => part.Key == Key).Select(SchemeRules.FullMarkOf).FirstOrDefault(),
        SchemeLevel.Form => scheme.FindForm(Key) is { } form ? SchemeRules.FullMarkOf(form) : null,
        _ => null,
    });

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteString("key", Key);
        Limits.Write(json);
    }

    internal static PartCondition Read(SchemeLevel level, JsonObjectReader json) => new(level, json.Text("key"), Limits.Read(json));

    private IEnumerable<string> Keys(MarkingScheme scheme) => Level switch
    {
        SchemeLevel.Stage => scheme.Stages.Select(part => part.Key),
        SchemeLevel.Module => scheme.AllModules().Select(part => part.Key),
        SchemeLevel.Form => scheme.AllForms().Select(part => part.Key),
        SchemeLevel.Aspect => scheme.AllAspects().Select(part => part.Key),
        SchemeLevel.Panel or SchemeLevel.Total => [],
    };
}
