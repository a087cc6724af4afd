using System.Text.Json;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>The scheme document: the same JSON in the database and in interchange folders. Format: <c>src/decisions</c>, JSON schema of the interchange.</summary>
public static class SchemeJson
{
    /// <summary>Reads a document; on failure one error for every place that is wrong.</summary>
    public static Result<MarkingScheme> Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException broken)
        {
            return SchemeErrors.NotJson((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
        }
        using (document)
            return Read(document.RootElement, "");
    }

    /// <summary>Reads the document that stands at <paramref name="path"/> inside a larger one.</summary>
    public static Result<MarkingScheme> Read(JsonElement element, string path)
    {
        var errors = new List<Error>();
        var scheme = Scheme(new JsonObjectReader(element, path, errors));
        return errors.Count > 0 ? Result<MarkingScheme>.Failure(errors) : scheme;
    }

    /// <summary>Writes a document: the same scheme always gives the same text.</summary>
    public static string Write(MarkingScheme scheme) => SchemeWriter.Write(scheme);

    private static MarkingScheme Scheme(JsonObjectReader json)
    {
        if (!json.Has("full_mark"))
            json.Score("full_mark");
        var scheme = new MarkingScheme
        {
            Note = json.OptionalObject("note") is { } note ? Text(note) : null,
            FullMark = json.OptionalScore("full_mark"),
            Combine = json.Word("combine", SchemeWords.Combinations, Combination.Sum),
            Stages = json.List("stages", Stage),
            Rounding = json.OptionalObject("rounding") is { } rounding ? Rounding(rounding) : new RoundingPlan(),
            TieBreaks = json.List("tie_breaks", TieBreakWords.Read, required: false),
        };
        json.Done();
        return scheme;
    }

    private static Stage Stage(JsonObjectReader json)
    {
        var stage = new Stage
        {
            Key = json.Text("key"),
            Name = Text(json.Object("name")),
            Weight = json.Score("weight", Score.One),
            FullMark = json.OptionalScore("full_mark"),
            Combine = json.Word("combine", SchemeWords.Combinations, Combination.Sum),
            Modules = json.List("modules", Module),
        };
        json.Done();
        return stage;
    }

    private static Module Module(JsonObjectReader json)
    {
        var module = new Module
        {
            Key = json.Text("key"),
            Name = Text(json.Object("name")),
            Weight = json.Score("weight", Score.One),
            Forms = json.List("forms", Form),
        };
        json.Done();
        return module;
    }

    private static MarkingForm Form(JsonObjectReader json)
    {
        var form = new MarkingForm
        {
            Key = json.Text("key"),
            Name = Text(json.Object("name")),
            Judges = json.Whole("judges", 0, SchemeRules.MostJudges),
            Aspects = json.List("aspects", Aspect),
        };
        json.Done();
        return form;
    }

    private static Aspect Aspect(JsonObjectReader json)
    {
        var rule = json.Object("rule");
        var aspect = new Aspect
        {
            Key = json.Text("key"),
            Name = Text(json.Object("name")),
            Rule = AspectRuleWords.Read(rule),
            Minimum = json.Score("minimum", Score.Zero),
            Maximum = json.OptionalScore("maximum"),
            Step = json.OptionalScore("step"),
            Factor = json.Score("factor", Score.One),
        };
        rule.Done();
        json.Done();
        return aspect;
    }

    private static RoundingPlan Rounding(JsonObjectReader json)
    {
        var plan = new RoundingPlan
        {
            Panel = Rule(json.OptionalObject("panel")),
            Aspect = Rule(json.OptionalObject("aspect")),
            Form = Rule(json.OptionalObject("form")),
            Module = Rule(json.OptionalObject("module")),
            Stage = Rule(json.OptionalObject("stage")),
            Total = Rule(json.OptionalObject("total")),
        };
        json.Done();
        return plan;
    }

    private static RoundingRule? Rule(JsonObjectReader? json)
    {
        if (json is null)
            return null;
        var rule = new RoundingRule(
            json.Whole("decimals", 0, Fraction.MaximumDecimals),
            json.Word("mode", SchemeWords.RoundingModes, RoundingMode.HalfUp));
        json.Done();
        return rule;
    }

    private static LocalText Text(JsonObjectReader json)
    {
        var text = new LocalText(json.Text("zh", ""), json.Text("en", ""));
        json.Done();
        return text;
    }
}
