using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>How marks and sheets that were given by one version of a scheme fit into another. Pure.</summary>
internal sealed class SchemeFit(MarkingScheme before, MarkingScheme after)
{
    private readonly Dictionary<(string Form, string Aspect), (MarkingForm Form, Aspect Aspect)> old = Index(before);
    private readonly Dictionary<(string Form, string Aspect), (MarkingForm Form, Aspect Aspect)> next = Index(after);

    /// <summary>Refuses a version that puts marked aspects on other forms: marks and sheets would stay behind and still count.</summary>
    public Error? RefuseMoved(IEnumerable<StoredMark> marks)
    {
        var home = after.AllForms().SelectMany(form => form.Aspects.Select(aspect => (aspect.Key, Form: form.Key))).ToLookup(row => row.Key, row => row.Form);
        var moved = marks.FirstOrDefault(mark => !next.ContainsKey((mark.Form, mark.Aspect)) && home.Contains(mark.Aspect));
        return moved is null ? null : CompetitionsErrors.MarkedAspectMoved(moved.Aspect, moved.Form, home[moved.Aspect].First());
    }

    /// <summary>The marks that could be used and cannot be any more.</summary>
    public IReadOnlyList<UnusableMark> Unusable(IEnumerable<StoredMark> marks) =>
    [
        .. from mark in marks
           where WhyUnusable(old, mark) is null
           let reason = WhyUnusable(next, mark)
           where reason is not null
           select new UnusableMark(mark.Entry, mark.Form, mark.Aspect, mark.Seat, mark.State, mark.Value, reason),
    ];

    /// <summary>The aspects whose marks are numbers of something else by the new rules.</summary>
    public IReadOnlyList<RereadAspect> Reread(IEnumerable<StoredMark> marks) =>
    [
        .. from mark in marks
           where mark.State == MarkState.Value && WhyUnusable(old, mark) is null && WhyUnusable(next, mark) is null
           group mark by (mark.Form, mark.Aspect) into field
           let one = old[field.Key].Aspect
           let other = next[field.Key].Aspect
           where one.Rule.Marks(one).Unit != other.Rule.Marks(other).Unit
           select new RereadAspect(other.Key, other.Name, one.Rule.Word, other.Rule.Word, field.Count()),
    ];

    /// <summary>The submitted sheets that were complete and would not be any more.</summary>
    public IReadOnlyList<UnfitSheet> Unfit(IEnumerable<StoredSheet> sheets, IEnumerable<StoredMark> marks)
    {
        var usable = marks.Where(mark => WhyUnusable(next, mark) is null).ToLookup(mark => (mark.Entry, mark.Form, mark.Seat), mark => mark.Aspect);
        return
        [
            .. from sheet in sheets
               where SheetOf(before, sheet).Count > 0
               let wanted = SheetOf(after, sheet)
               let given = usable[(sheet.Entry, sheet.Form, sheet.Seat)].ToHashSet(StringComparer.Ordinal)
               let missing = wanted.Where(aspect => !given.Contains(aspect.Key)).Select(aspect => aspect.Key).ToList()
               where wanted.Count == 0 || missing.Count > 0
               select new UnfitSheet(sheet.Entry, sheet.Form, sheet.Seat, missing),
        ];
    }

    private static Error? WhyUnusable(Dictionary<(string, string), (MarkingForm Form, Aspect Aspect)> scheme, StoredMark mark) =>
        !scheme.TryGetValue((mark.Form, mark.Aspect), out var found) ? CompetitionsErrors.MarkAspectGone()
        : mark.Seat > found.Form.Judges || !JudgingRules.BelongsTo(found.Aspect, mark.Seat) ? CompetitionsErrors.MarkSeatGone()
        : MarkRules.Check(found.Aspect, mark.State, mark.Value);

    private static IReadOnlyList<Aspect> SheetOf(MarkingScheme scheme, StoredSheet sheet) =>
        scheme.FindForm(sheet.Form) is { } form ? JudgingRules.SheetOf(form, sheet.Seat) : [];

    private static Dictionary<(string, string), (MarkingForm, Aspect)> Index(MarkingScheme scheme) =>
        scheme.AllForms().SelectMany(form => form.Aspects.Select(aspect => (form, aspect))).ToDictionary(row => (row.form.Key, row.aspect.Key));
}

/// <summary>A current mark with its entry's code.</summary>
internal sealed record StoredMark(string Entry, string Form, string Aspect, int Seat, MarkState State, Score? Value);

/// <summary>A submitted sheet with its entry's code.</summary>
internal sealed record StoredSheet(string Entry, string Form, int Seat);
