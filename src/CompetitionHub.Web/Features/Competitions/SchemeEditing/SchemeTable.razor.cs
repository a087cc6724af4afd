using System.Text.RegularExpressions;
using CompetitionHub.Core.Competitions.Scheme;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>Stages, modules, forms and aspects as the rows of one table.</summary>
public partial class SchemeTable
{
    [Parameter, EditorRequired]
    public SchemeDesk Desk { get; set; } = null!;

    [Parameter]
    public bool Locked { get; set; }

    /// <summary>Something was typed into a field.</summary>
    [Parameter]
    public EventCallback OnTyped { get; set; }

    /// <summary>A change of the structure to carry out.</summary>
    [Parameter]
    public EventCallback<Action> OnEdit { get; set; }

    private SchemeDraft Draft => Desk.Draft;

    /// <summary>Weights stand in the table only where something is weighted.</summary>
    private bool Weighted => Draft.Combine == Combination.Weighted || Draft.Stages.Any(s => s.Combine == Combination.Weighted);

    private string Label(string field, PartDraft part) => $"{T[field]} {part.Key}";

    private IReadOnlyList<SchemeProblem> ProblemsOf(string rowPath) => [.. Desk.Problems.Where(p => RowOf(p.Path) == rowPath)];

    /// <summary>The fields of a row that have a problem, by the last words of its path.</summary>
    private IReadOnlyList<string> Bad(string rowPath) => [.. ProblemsOf(rowPath).Select(p => p.Path[rowPath.Length..].TrimStart('.'))];

    private string? Invalid(string rowPath, string field) => Bad(rowPath).Contains(field) ? "true" : null;

    private string PointsOf(int s) => SchemeTotals.Text(SchemeRules.FullMarkOf(Desk.Scheme.Stages[s], Desk.Scheme));

    private string PointsOf(int s, int m) => SchemeTotals.Text(SchemeRules.FullMarkOf(Desk.Scheme.Stages[s].Modules[m]));

    private string PointsOf(int s, int m, int f) => SchemeTotals.Text(SchemeRules.FullMarkOf(Desk.Scheme.Stages[s].Modules[m].Forms[f]));

    private string PointsOf(int s, int m, int f, int a) =>
        SchemeTotals.Text(SchemeRules.FullMarkOf(Desk.Scheme.Stages[s].Modules[m].Forms[f].Aspects[a], Desk.Scheme.Stages[s].Modules[m].Forms[f].Judges));

    private static string RowOf(string path) => RowPattern().Match(path).Value;

    [GeneratedRegex(@"\Astages\[\d+\](\.modules\[\d+\](\.forms\[\d+\](\.aspects\[\d+\])?)?)?")]
    private static partial Regex RowPattern();
}
