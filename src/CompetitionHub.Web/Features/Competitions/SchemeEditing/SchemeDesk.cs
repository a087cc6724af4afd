using System.Globalization;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>The editor's state without a screen: the draft, what it reads as, its problems place by place, and an undo for every change.</summary>
public sealed class SchemeDesk
{
    private const int Kept = 50;
    private readonly List<SchemeDraft> history = [];
    private SchemeDraft lastRead;
    private string saved;

    public SchemeDesk(MarkingScheme scheme)
    {
        Draft = SchemeDraft.Of(scheme);
        lastRead = Draft.Clone();
        (Scheme, Problems) = Draft.Read();
        Text = saved = Draft.Keep();
    }

    public SchemeDraft Draft { get; private set; }

    public MarkingScheme Scheme { get; private set; }

    public IReadOnlyList<SchemeProblem> Problems { get; private set; }

    /// <summary>The row that was added last: typing goes on there.</summary>
    public object? Added { get; private set; }

    public bool CanUndo => history.Count > 0;

    /// <summary>Everything as it was typed, to be kept until it is saved.</summary>
    public string Text { get; private set; }

    /// <summary>True when something else stands here than what was saved.</summary>
    public bool IsChanged => Text != saved;

    /// <summary>True when something is wrong that forbids saving even a draft.</summary>
    public bool IsRefused => Problems.Any(p => p.Severity == SchemeSeverity.Refused);

    /// <summary>False while weights do not sum to one: the whole then looks right on paper and is not.</summary>
    public bool WeightsFit => Problems.All(p => p.Error.Code != "Competitions.SchemeWeightsNotOne");

    /// <summary>Something was typed: read it and check it.</summary>
    public void Typed()
    {
        history.Add(lastRead);
        if (history.Count > Kept)
        {
            history.RemoveAt(0);
        }
        Read();
    }

    /// <summary>A change of the structure.</summary>
    public void Change(Action<SchemeDraft> change)
    {
        change(Draft);
        Typed();
    }

    /// <summary>Another scheme in place of this one.</summary>
    public void Replace(MarkingScheme scheme) => Replace(SchemeDraft.Of(scheme));

    /// <summary>Another draft in place of this one.</summary>
    public void Replace(SchemeDraft draft)
    {
        Draft = draft;
        Typed();
    }

    /// <summary>What stands here has been saved.</summary>
    public void Saved() => saved = Text;

    public void Undo()
    {
        Draft = history[^1];
        history.RemoveAt(history.Count - 1);
        Read();
    }

    public void AddStage() => Change(draft =>
    {
        var stage = New(SchemeLevel.Stage, Free(draft.Stages, "S"), "新阶段", "New stage");
        stage.Rows("modules").Add(NewModule(draft));
        draft.Stages.Add(stage);
        Added = stage.Row;
    });

    /// <summary>Adds the usual next part to a stage, module or form.</summary>
    public void Add(SchemeLevel to, DraftObject whole) => Change(draft =>
    {
        var (list, part) = to switch
        {
            SchemeLevel.Stage => (whole.Rows("modules"), NewModule(draft)),
            SchemeLevel.Module => (whole.Rows("forms"), NewForm(draft, whole.Key)),
            _ => (whole.Rows("aspects"), NewAspect(draft, whole.Key, whole.Rows("aspects").LastOrDefault())),
        };
        list.Add(part);
        Added = part.Row;
    });

    /// <summary>Moves a part among its siblings.</summary>
    public void Move(List<DraftObject> siblings, DraftObject part, int by) => Change(_ =>
    {
        var from = siblings.IndexOf(part);
        var to = Math.Clamp(from + by, 0, siblings.Count - 1);
        siblings.RemoveAt(from);
        siblings.Insert(to, part);
    });

    /// <summary>Removes a part with everything in it, and the comparators that looked at it.</summary>
    public void Remove(List<DraftObject> siblings, DraftObject part) => Change(draft =>
    {
        siblings.Remove(part);
        draft.RemoveOrphanedTieBreaks();
    });

    public void AddTieBreak() => Change(draft => draft.TieBreaks.Add(NewTieBreak(draft, "module")));

    /// <summary>Another comparator in place of one, with the order that is usual for it.</summary>
    public static void Choose(SchemeDraft draft, DraftObject tie) => draft.TieBreaks[draft.TieBreaks.IndexOf(tie)] = NewTieBreak(draft, tie["by"]);

    private static DraftObject NewTieBreak(SchemeDraft draft, string word)
    {
        var tie = DraftObject.New(SchemeSettings.TieBreaks, word);
        foreach (var setting in SchemeSettings.TieBreaks.In(tie).Where(s => s.Kind is SettingKind.Part or SettingKind.Parts))
        {
            tie[setting.Name] = draft.Parts(setting.Level).FirstOrDefault()?.Key ?? "";
        }
        if (TieBreakSettings.LowerFirst.Contains(word))
        {
            tie["order"] = "lower";
        }
        return tie;
    }

    private void Read()
    {
        lastRead = Draft.Clone();
        (Scheme, Problems) = Draft.Read();
        Text = Draft.Keep();
    }

    // Named in the language of whoever adds it; the other one waits for somebody who knows the word, and is replaced by this one until then.
    private static DraftObject New(SchemeLevel level, string key, string zh, string en)
    {
        var part = new DraftObject { ["key"] = key };
        part.Group("name")[Languages.Current] = Languages.Current == "zh" ? zh : en;
        part.Fill(SchemeSettings.Of(level));
        return part;
    }

    private static DraftObject NewModule(SchemeDraft draft)
    {
        var taken = draft.Modules.Select(m => m.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var key = Enumerable.Range('A', 26).Select(c => ((char)c).ToString()).FirstOrDefault(k => !taken.Contains(k)) ?? Free(draft.Modules, "M");
        var module = New(SchemeLevel.Module, key, "模块" + key, "Module " + key);
        module.Rows("forms").Add(NewForm(draft, key));
        return module;
    }

    private static DraftObject NewForm(SchemeDraft draft, string moduleKey)
    {
        var key = Free(draft.Forms, moduleKey);
        var form = New(SchemeLevel.Form, key, "评分表" + key, "Form " + key);
        form.Rows("aspects").Add(NewAspect(draft, key, null));
        return form;
    }

    // A new line continues the list above it: the same rule, the same steps.
    private static DraftObject NewAspect(SchemeDraft draft, string formKey, DraftObject? like)
    {
        var aspect = New(SchemeLevel.Aspect, Free(draft.Aspects, formKey + "-"), "新评分点", "New aspect");
        aspect["maximum"] = "10";
        if (like is not null)
        {
            aspect.Set("rule", like.Group("rule").Another());
            aspect["step"] = like["step"];
        }
        return aspect;
    }

    private static string Free(IEnumerable<DraftObject> parts, string stem)
    {
        var taken = parts.Select(p => p.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var number = 1; ; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{stem}{number}");
            if (taken.Add(key))
            {
                return key;
            }
        }
    }
}
