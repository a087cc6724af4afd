using System.Text;
using System.Text.Json;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>A marking scheme while it is being edited. It goes through its document both ways, so that there is one reader of schemes.</summary>
public sealed class SchemeDraft
{
    private SchemeDraft(DraftObject root) => Root = root;

    /// <summary>The whole.</summary>
    public DraftObject Root { get; }

    /// <summary>The stages in order.</summary>
    public List<DraftObject> Stages => Root.Rows("stages");

    /// <summary>All modules in order.</summary>
    public IEnumerable<DraftObject> Modules => Stages.SelectMany(stage => stage.Rows("modules"));

    /// <summary>All forms in order.</summary>
    public IEnumerable<DraftObject> Forms => Modules.SelectMany(module => module.Rows("forms"));

    /// <summary>All aspects in order.</summary>
    public IEnumerable<DraftObject> Aspects => Forms.SelectMany(form => form.Rows("aspects"));

    /// <summary>The comparators in order.</summary>
    public List<DraftObject> TieBreaks => Root.Rows("tie_breaks");

    /// <summary>The draft of a scheme.</summary>
    public static SchemeDraft Of(MarkingScheme scheme)
    {
        using var document = JsonDocument.Parse(SchemeJson.Write(scheme));
        return new(DraftReader.Read(document.RootElement, SchemeSettings.Scheme));
    }

    /// <summary>The draft that <see cref="Keep"/> wrote; null where the text is none.</summary>
    public static SchemeDraft? Restore(string kept)
    {
        try
        {
            using var document = JsonDocument.Parse(kept);
            return new(DraftReader.Read(document.RootElement, SchemeSettings.Scheme));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The draft as text, with everything as it was typed, also what cannot be read.</summary>
    public string Keep()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            new DraftWriter(json, asTyped: true).Write(Root, SchemeSettings.Scheme, "");
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>A copy that can be changed without changing this one.</summary>
    public SchemeDraft Clone() => new(Root.Clone());

    /// <summary>The parts of a level in order.</summary>
    public IEnumerable<DraftObject> Parts(SchemeLevel level) => level switch
    {
        SchemeLevel.Stage => Stages,
        SchemeLevel.Module => Modules,
        SchemeLevel.Form => Forms,
        SchemeLevel.Aspect => Aspects,
        _ => [],
    };

    /// <summary>Takes away the comparators that look at a part which is gone.</summary>
    public void RemoveOrphanedTieBreaks() => TieBreaks.RemoveAll(tie => SchemeSettings.TieBreaks.In(tie)
        .Any(setting => setting.Kind == SettingKind.Part && Parts(setting.Level).All(part => part.Key != tie[setting.Name])));

    /// <summary>What the draft reads as (with stand-ins where it cannot be read), and every problem with its place.</summary>
    public (MarkingScheme Scheme, IReadOnlyList<SchemeProblem> Problems) Read()
    {
        using var buffer = new MemoryStream();
        List<SchemeProblem> problems;
        using (var json = new Utf8JsonWriter(buffer))
        {
            var writer = new DraftWriter(json);
            writer.Write(Root, SchemeSettings.Scheme, "");
            problems = writer.Problems;
        }
        using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        var (scheme, errors) = SchemeJson.ReadAll(document.RootElement);

        // Where something cannot be read, what is said of its stand-in would only confuse.
        var unreadable = problems.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(errors.Where(error => !unreadable.Contains(error.Field!)).Select(error => new SchemeProblem(error.Field!, SchemeSeverity.Refused, error)));
        unreadable.UnionWith(problems.Select(problem => problem.Path));
        problems.AddRange(SchemeRules.Check(scheme).Where(problem => !unreadable.Contains(problem.Path)));
        return (scheme, problems);
    }
}
