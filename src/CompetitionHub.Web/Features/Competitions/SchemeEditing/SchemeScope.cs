using CompetitionHub.Core.Competitions.Scheme;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>What every part of the scheme editor needs of the whole: the desk, whom to tell of a change, which rows are open.</summary>
public sealed class SchemeScope(SchemeDesk desk, EventCallback typed, EventCallback<Action> edit)
{
    private readonly HashSet<object> opened = [];

    public SchemeDesk Desk => desk;

    /// <summary>True while nothing may be typed.</summary>
    public bool Locked { get; set; }

    /// <summary>Something was typed.</summary>
    public EventCallback Typed => typed;

    /// <summary>A change of the desk to carry out.</summary>
    public EventCallback<Action> Edit => edit;

    /// <summary>Problems of a place and of what is inside it.</summary>
    public IEnumerable<SchemeProblem> Within(string path) =>
        Desk.Problems.Where(p => p.Path == path || p.Path.StartsWith(path + ".", StringComparison.Ordinal) || p.Path.StartsWith(path + "[", StringComparison.Ordinal));

    /// <summary>What is wrong at exactly this place.</summary>
    public IEnumerable<SchemeProblem> At(string path) => Desk.Problems.Where(p => p.Path == path);

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid(string path) => At(path).Any(p => p.Severity != SchemeSeverity.Advice) ? "true" : null;

    public bool IsOpen(DraftObject part) => opened.Contains(part.Row);

    public void Open(DraftObject part) => opened.Add(part.Row);

    public void Toggle(DraftObject part)
    {
        if (!opened.Remove(part.Row))
        {
            opened.Add(part.Row);
        }
    }

    public Task SetAsync(DraftObject value, string name, string? text)
    {
        value[name] = text ?? "";
        return Typed.InvokeAsync();
    }

    /// <summary>A change of the structure inside one object.</summary>
    public Task EditAsync(Action change) => Edit.InvokeAsync(() => Desk.Change(_ => change()));
}
