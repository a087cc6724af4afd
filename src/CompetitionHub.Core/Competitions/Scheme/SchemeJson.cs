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

    /// <summary>Reads a document that is being edited: the scheme with stand-ins, and one error for every place that is wrong.</summary>
    internal static (MarkingScheme Scheme, IReadOnlyList<Error> Errors) ReadAll(JsonElement element)
    {
        var errors = new List<Error>();
        return (Scheme(new JsonObjectReader(element, "", errors)), errors);
    }

    /// <summary>Writes a document: the same scheme always gives the same text.</summary>
    public static string Write(MarkingScheme scheme) => SchemeWriter.Write(scheme);

    /// <summary>Reads the document that another reader has come to.</summary>
    internal static MarkingScheme Read(JsonObjectReader json) => Scheme(json);

    private static MarkingScheme Scheme(JsonObjectReader json)
    {
        if (!json.Has("full_mark"))
            json.Score("full_mark");
        var scheme = new MarkingScheme
        {
            Note = json.OptionalObject("note") is { } note ? Text(note) : null,
            FullMark = json.OptionalScore("full_mark"),
            Stages = json.List("stages", Stage),
            Rounding = json.OptionalObject("rounding") is { } rounding ? Rounding(rounding) : new RoundingPlan(),
            RankBy = json.Word("rank_by", SchemeWords.RankBys, RankBy.Total),
            RankOrder = json.Word("rank_order", SchemeWords.Orders, TieBreakOrder.HigherFirst),
            Ranks = json.Word("ranks", SchemeWords.RankStyles, RankStyle.Shared),
            TieBreaks = json.List("tie_breaks", TieBreakWords.Read, required: false),
            Scale = json.OptionalObject("scale") is { } scale ? ScaleRule.Read(scale) : null,
            Advancement = json.OptionalObject("advancement") is { } advancement ? AwardJson.ReadAdvancement(advancement) : null,
            Awards = json.List("awards", AwardJson.ReadGroup, required: false),
        };
        return Whole(json, scheme);
    }

    private static Stage Stage(JsonObjectReader json)
    {
        var stage = new Stage
        {
            Key = json.Text("key"),
            Name = Text(json.Object("name")),
            Weight = json.Score("weight", Score.One),
            FullMark = json.OptionalScore("full_mark"),
            CarryOver = json.Score("carry_over", Score.Zero),
            Modules = json.List("modules", Module),
        };
        return Whole(json, stage);
    }

    private static Module Module(JsonObjectReader json)
    {
        var module = new Module
        {
            Key = json.Text("key"),
            Name = Text(json.Object("name")),
            Weight = json.Score("weight", Score.One),
            Normalise = json.OptionalObject("normalise") is { } normalise ? Normalisation.Read(normalise) : null,
            Forms = json.List("forms", Form),
        };
        return Whole(json, module);
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
        return Whole(json, form);
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
            Role = json.Word("role", SchemeWords.Roles, AspectRole.Points),
        };
        rule.Done();
        json.Done();
        return aspect;
    }

    // How the parts make it stands in the same words at every level.
    private static T Whole<T>(JsonObjectReader json, T whole) where T : Whole
    {
        whole = whole with
        {
            Combine = json.Word("combine", SchemeWords.Combinations, Combination.Sum),
            Count = json.Whole("count", 1, SchemeRules.MostAspects, 1),
            Cap = json.OptionalScore("cap"),
            Floor = json.OptionalScore("floor"),
            NoResultIsZero = json.Word("on_no_result", SchemeWords.NoResults, false),
        };
        json.Done();
        return whole;
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
        var rule = RoundingRule.Read(json);
        json.Done();
        return rule;
    }

    internal static LocalText Text(JsonObjectReader json)
    {
        var text = new LocalText(json.Text("zh", ""), json.Text("en", ""));
        json.Done();
        return text;
    }
}
