using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.JudgeStatistics;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Core;

/// <summary>Registers everything that is true without a browser.</summary>
public static class CoreFeature
{
    /// <summary>Adds the data layer and every feature. Whoever builds the provider awaits <see cref="Database.OpenAsync"/> first.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services, DataOptions data) => services
        .AddData(data)
        .AddAudit()
        .AddAccounts()
        .AddCompetitions()
        .AddRegistration()
        .AddJudging()
        .AddStandings()
        .AddJudgeStatistics()
        .AddAwards()
        .AddTeams()
        .AddLive()
        .AddInterchange()
        .AddVerification();
}
