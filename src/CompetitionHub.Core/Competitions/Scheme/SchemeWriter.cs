using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Writes scheme documents; what equals the default is left out, so that a document shows what was decided.</summary>
internal static class SchemeWriter
{
    // A document is text in a database or a file, never part of a page: Chinese stays readable.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(MarkingScheme scheme)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Scheme(json, scheme);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Scheme(Utf8JsonWriter json, MarkingScheme scheme)
    {
        json.WriteStartObject();
        if (scheme.Note is { } note)
            json.WriteText("note", note);
        if (scheme.FullMark is { } fullMark)
            json.WriteScore("full_mark", fullMark);
        else
            json.WriteNull("full_mark");
        Whole(json, scheme);
        json.WriteList("stages", scheme.Stages, Stage);
        Rounding(json, scheme.Rounding);
        Word(json, "rank_by", SchemeWords.RankBys, scheme.RankBy);
        Word(json, "rank_order", SchemeWords.Orders, scheme.RankOrder);
        Word(json, "ranks", SchemeWords.RankStyles, scheme.Ranks);
        json.WriteList("tie_breaks", scheme.TieBreaks, TieBreak);
        AwardJson.Write(json, scheme);
        json.WriteEndObject();
    }

    private static void Stage(Utf8JsonWriter json, Stage stage)
    {
        json.WriteString("key", stage.Key);
        json.WriteText("name", stage.Name);
        Weight(json, stage.Weight);
        json.WriteOptional("full_mark", stage.FullMark);
        Whole(json, stage);
        if (stage.CarryOver != Score.Zero)
            json.WriteScore("carry_over", stage.CarryOver);
        json.WriteList("modules", stage.Modules, Module);
    }

    private static void Module(Utf8JsonWriter json, Module module)
    {
        json.WriteString("key", module.Key);
        json.WriteText("name", module.Name);
        Weight(json, module.Weight);
        Whole(json, module);
        if (module.Normalise is { } normalise)
        {
            json.WriteStartObject("normalise");
            normalise.Write(json);
            json.WriteEndObject();
        }
        json.WriteList("forms", module.Forms, Form);
    }

    private static void Form(Utf8JsonWriter json, MarkingForm form)
    {
        json.WriteString("key", form.Key);
        json.WriteText("name", form.Name);
        json.WriteNumber("judges", form.Judges);
        Whole(json, form);
        json.WriteList("aspects", form.Aspects, Aspect);
    }

    private static void Aspect(Utf8JsonWriter json, Aspect aspect)
    {
        json.WriteString("key", aspect.Key);
        json.WriteText("name", aspect.Name);
        json.WriteStartObject("rule");
        json.WriteString("kind", aspect.Rule.Word);
        aspect.Rule.Write(json);
        json.WriteEndObject();
        if (aspect.Minimum != Score.Zero)
            json.WriteScore("minimum", aspect.Minimum);
        json.WriteOptional("maximum", aspect.Maximum);
        json.WriteOptional("step", aspect.Step);
        if (aspect.Factor != Score.One)
            json.WriteScore("factor", aspect.Factor);
        Word(json, "role", SchemeWords.Roles, aspect.Role);
    }

    private static void Whole(Utf8JsonWriter json, Whole whole)
    {
        // The scheme and its stages have always said how they combine, forms and modules only when it is not a sum.
        if (whole is MarkingScheme or Competitions.Scheme.Stage)
            json.WriteString("combine", SchemeWords.Of(SchemeWords.Combinations, whole.Combine));
        else
            Word(json, "combine", SchemeWords.Combinations, whole.Combine);
        if (whole.Count != 1)
            json.WriteNumber("count", whole.Count);
        json.WriteOptional("cap", whole.Cap);
        json.WriteOptional("floor", whole.Floor);
        Word(json, "on_no_result", SchemeWords.NoResults, whole.NoResultIsZero);
    }

    // What equals the default is left out.
    private static void Word<T>(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, T> words, T value) where T : struct
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
            json.WriteString(name, SchemeWords.Of(words, value));
    }

    private static void TieBreak(Utf8JsonWriter json, TieBreak tieBreak)
    {
        json.WriteString("by", tieBreak.Word);
        tieBreak.Write(json);
        json.WriteString("order", SchemeWords.Of(SchemeWords.Orders, tieBreak.Order));
    }

    private static void Rounding(Utf8JsonWriter json, RoundingPlan plan)
    {
        json.WriteStartObject("rounding");
        foreach (var level in Enum.GetValues<SchemeLevel>())
        {
            if (plan.At(level) is not { } rule)
                continue;
            json.WriteStartObject(level.ToString().ToLowerInvariant());
            rule.Write(json);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Weight(Utf8JsonWriter json, Score weight)
    {
        if (weight != Score.One)
            json.WriteScore("weight", weight);
    }
}
