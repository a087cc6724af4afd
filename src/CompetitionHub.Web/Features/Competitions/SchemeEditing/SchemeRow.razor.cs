using CompetitionHub.Core.Competitions.Scheme;
using Microsoft.AspNetCore.Components;

namespace CompetitionHub.Web.Features.Competitions.SchemeEditing;

/// <summary>A stage, module, form or aspect in the table.</summary>
public partial class SchemeRow
{
    [CascadingParameter]
    public SchemeScope Scope { get; set; } = null!;

    [Parameter, EditorRequired]
    public DraftObject Part { get; set; } = null!;

    [Parameter, EditorRequired]
    public SchemeLevel Level { get; set; }

    [Parameter, EditorRequired]
    public List<DraftObject> Siblings { get; set; } = [];

    /// <summary>The path of the part, as problems name it.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    /// <summary>The indexes on the way to the part.</summary>
    [Parameter, EditorRequired]
    public int[] Place { get; set; } = [];

    /// <summary>True when the table has a column for weights.</summary>
    [Parameter]
    public bool Weighted { get; set; }

    /// <summary>True when this part has one.</summary>
    [Parameter]
    public bool WholeIsWeighted { get; set; }

    private DraftObject Rule => Part.Group("rule");

    // What was opened for a problem does not close under the hands of whoever mends it.
    private bool IsOpen
    {
        get
        {
            if (FoldedPlaces.Any(place => Scope.Within(place).Any()))
            {
                Scope.Open(Part);
            }
            return Scope.IsOpen(Part);
        }
    }

    private IEnumerable<string> FoldedPlaces =>
    [
        .. PartSettings.Folded(Level, Part).Select(s => $"{Path}.{s.Name}"),
        .. Level == SchemeLevel.Aspect ? PartSettings.Rare(Rule).Select(s => $"{Path}.rule.{s.Name}") : [],
    ];

    /// <summary>What is wrong in this row, without what stands beside a folded setting and what is wrong in rows below.</summary>
    private List<SchemeProblem> Problems
    {
        get
        {
            var elsewhere = FoldedPlaces.Append($"{Path}.{PartsName}").ToList();
            return [.. Scope.Within(Path).Where(p => elsewhere.All(place =>
                p.Path == $"{Path}.{PartsName}" || (p.Path != place && !p.Path.StartsWith(place + ".", StringComparison.Ordinal) && !p.Path.StartsWith(place + "[", StringComparison.Ordinal))))];
        }
    }

    private List<DraftObject> Parts => Level == SchemeLevel.Aspect ? [] : Part.Rows(PartsName);

    private SchemeLevel Below => Level switch
    {
        SchemeLevel.Stage => SchemeLevel.Module,
        SchemeLevel.Module => SchemeLevel.Form,
        _ => SchemeLevel.Aspect,
    };

    private string PartsName => Level switch
    {
        SchemeLevel.Stage => "modules",
        SchemeLevel.Module => "forms",
        SchemeLevel.Form => "aspects",
        _ => "",
    };

    private Setting Of(string name) => SchemeSettings.Of(Level).First(s => s.Name == name);

    // What a rule does not read is not asked, unless something stands there.
    private bool Uses(string name) =>
        AspectRuleSettings.Family.Find(Rule["kind"])?.Unused.Contains(name) != true || Part[name].Trim() != Of(name).Default;
}
