using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>
/// The editor's state without a screen: the draft, what it reads as, its problems place by place, and an undo for every structural change.
/// </summary>
public sealed class SchemeDesk
{
    private const int Kept = 30;
    private readonly List<MarkingScheme> history = [];

    public SchemeDesk(MarkingScheme scheme)
    {
        Draft = SchemeDraftWriter.Write(scheme);
        Read();
    }

    public SchemeDraft Draft { get; private set; }

    public MarkingScheme Scheme { get; private set; } = new();

    public IReadOnlyList<SchemeProblem> Problems { get; private set; } = [];

    public bool CanUndo => history.Count > 0;

    /// <summary>True when something is wrong that forbids saving even a draft.</summary>
    public bool IsRefused => Problems.Any(p => p.Severity == SchemeSeverity.Refused);

    /// <summary>Something was typed: read it and check it.</summary>
    public void Read()
    {
        var (scheme, unreadable) = SchemeDraftReader.Read(Draft);
        Scheme = scheme;
        // Where a number cannot be read, what the rules say of its stand-in would only confuse.
        var places = unreadable.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        Problems = [.. unreadable, .. SchemeRules.Check(scheme).Where(p => !places.Contains(p.Path))];
    }

    /// <summary>A change of the structure that can be undone.</summary>
    public void Change(Action<SchemeDraft> change)
    {
        Remember();
        change(Draft);
        Read();
    }

    /// <summary>Another scheme in place of this one; can be undone.</summary>
    public void Replace(MarkingScheme scheme)
    {
        Remember();
        Draft = SchemeDraftWriter.Write(scheme);
        Read();
    }

    public void Undo()
    {
        Draft = SchemeDraftWriter.Write(history[^1]);
        history.RemoveAt(history.Count - 1);
        Read();
    }

    public void AddStage() => Change(draft => draft.Stages.Add(
        new() { Key = Free(draft.Stages, "S", 1), Zh = "新阶段", En = "New stage", Modules = [NewModule(draft)] }));

    public void AddModule(StageDraft stage) => Change(draft => stage.Modules.Add(NewModule(draft)));

    public void AddForm(ModuleDraft module) => Change(draft => module.Forms.Add(NewForm(draft, module.Key)));

    public void AddAspect(FormDraft form) => Change(draft => form.Aspects.Add(NewAspect(draft, form.Key, form.Aspects.LastOrDefault())));

    /// <summary>Moves a part among its siblings.</summary>
    public void Move<T>(List<T> siblings, T part, int by) => Change(_ =>
    {
        var from = siblings.IndexOf(part);
        var to = Math.Clamp(from + by, 0, siblings.Count - 1);
        siblings.RemoveAt(from);
        siblings.Insert(to, part);
    });

    /// <summary>Removes a part with everything in it, and the comparators that looked at it.</summary>
    public void Remove<T>(List<T> siblings, T part) where T : PartDraft => Change(draft =>
    {
        siblings.Remove(part);
        draft.TieBreaks.RemoveAll(t => t.Key.Length > 0 && !Keys(draft, t.Word).Contains(t.Key));
    });

    /// <summary>The keys a comparator may look at.</summary>
    public static IReadOnlyList<string> Keys(SchemeDraft draft, string word) => word switch
    {
        StageTieBreak.RuleWord => [.. draft.Stages.Select(s => s.Key)],
        ModuleTieBreak.RuleWord => [.. draft.Modules.Select(m => m.Key)],
        FormTieBreak.RuleWord => [.. draft.Forms.Select(f => f.Key)],
        _ => [],
    };

    private void Remember()
    {
        history.Add(Scheme);
        if (history.Count > Kept)
        {
            history.RemoveAt(0);
        }
    }

    private static ModuleDraft NewModule(SchemeDraft draft)
    {
        var taken = draft.Modules.Select(m => m.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var key = Enumerable.Range('A', 26).Select(c => ((char)c).ToString()).FirstOrDefault(k => !taken.Contains(k)) ?? Free(draft.Modules, "M", 1);
        return new() { Key = key, Zh = "模块" + key, En = "Module " + key, Forms = [NewForm(draft, key)] };
    }

    private static FormDraft NewForm(SchemeDraft draft, string moduleKey)
    {
        var key = Free(draft.Forms, moduleKey, 1);
        return new() { Key = key, Zh = "评分表" + key, En = "Form " + key, Aspects = [NewAspect(draft, key, null)] };
    }

    // A new line continues the list above it: the same kind, the same panel.
    private static AspectDraft NewAspect(SchemeDraft draft, string formKey, AspectDraft? like) => new()
    {
        Key = Free(draft.Aspects, formKey + "-", 1),
        Zh = "新评分点",
        En = "New aspect",
        Choice = like?.Choice ?? AspectChoice.Mean,
        Step = like?.Step ?? "",
        DropHigh = like?.DropHigh ?? "1",
        DropLow = like?.DropLow ?? "1",
        PerFault = like?.PerFault ?? "1",
        MinimumJudges = like?.MinimumJudges ?? "1",
    };

    private static string Free(IEnumerable<PartDraft> parts, string stem, int from)
    {
        var taken = parts.Select(p => p.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = from; ; number++)
        {
            var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}{number}");
            if (taken.Add(key))
            {
                return key;
            }
        }
    }
}
