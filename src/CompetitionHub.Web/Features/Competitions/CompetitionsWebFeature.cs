using CompetitionHub.Web.Features.Competitions.SchemeEditing;
using CompetitionHub.Web.Features.Competitions.Spreadsheet;

namespace CompetitionHub.Web.Features.Competitions;

/// <summary>Registers what the set-up pages share.</summary>
public static class CompetitionsWebFeature
{
    public static IServiceCollection AddCompetitionPages(this IServiceCollection services) => services
        .AddSingleton<CompetitionWords>().AddSingleton<SettingWords>().AddSingleton<SchemeSpeeches>().AddScoped<SchemeSheetEndpoints.Files>();
}
