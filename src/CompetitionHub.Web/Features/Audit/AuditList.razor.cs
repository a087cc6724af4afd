using System.Globalization;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Audit;

/// <summary>One chain of the audit log, newest first; the filter and the page live in the address. Days and times are those of the place it is about.</summary>
public partial class AuditList(CurrentActor current, AuditQueries queries, ErrorSentences errors, IStringLocalizer<AuditText> texts, NavigationManager navigation)
{
    private const int PageSize = 50;
    private Page<AuditRow>? page;
    private AuditChanges changes = null!;
    private string? problem;

    [Parameter, EditorRequired] public string CompetitionId { get; set; } = "";

    /// <summary>What the verb "verify audit" calls this chain: the slug, or "*".</summary>
    [Parameter, EditorRequired] public string Scope { get; set; } = "";

    /// <summary>The competition's time zone; the installation's is the server's.</summary>
    [Parameter] public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Local;

    [SupplyParameterFromQuery(Name = "action")] private string? ActionText { get; set; }

    [SupplyParameterFromQuery(Name = "who")] private string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "until")] private string? Until { get; set; }

    [SupplyParameterFromQuery(Name = "subject")] private string? Subject { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private string? PageText { get; set; }

    private int Number => PageNumber.Read(PageText);

    private int Pages => page is null ? 0 : (page.Total + PageSize - 1) / PageSize;

    protected override async Task OnParametersSetAsync()
    {
        var filter = new AuditFilter(CompetitionId)
        {
            Action = EnumText.TryRead<AuditAction>(ActionText, out var action) ? action : null,
            ActorName = string.IsNullOrWhiteSpace(Who) ? null : Who.Trim(),
            SubjectId = string.IsNullOrWhiteSpace(Subject) ? null : Subject,
            From = Midnight(From, 0),
            Until = Midnight(Until, 1),
        };
        var found = await queries.ListAsync(await current.GetAsync(), filter, Number, PageSize);
        problem = found.Succeeded ? null : errors.Say(found);
        page = found.Succeeded ? found.Value : null;
        changes = new(texts, page is null ? new Dictionary<string, string>() : await queries.FindNamesAsync(page.Items), Zone);
    }

    private long? Midnight(string? day, int plusDays)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is <= 1900 or >= 9000)
        {
            return null;
        }
        var midnight = date.AddDays(plusDays).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUnixTimeMilliseconds();
    }

    private string SubjectAddress(AuditRow row) => navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["subject"] = row.SubjectId, ["page"] = null });

    private void Show(string name, object? value) => navigation.NavigateTo(
        navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { [name] = string.IsNullOrWhiteSpace(value as string) ? null : value, ["page"] = null }), replace: true);

    private void Turn(int to) => navigation.NavigateTo(navigation.GetUriWithQueryParameter("page", to));
}
