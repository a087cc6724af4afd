using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Live;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Verification;
using CompetitionHub.TestKit.Databases;

namespace CompetitionHub.Core.Tests.Interchange;

/// <summary>A database with import and export on it.</summary>
internal static class InterchangeDatabase
{
    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) => TestDatabase.CreateAsync(
        kind, services => services.AddCompetitions().AddRegistration().AddStandings().AddAwards().AddTeams().AddLive().AddInterchange().AddVerification());
}
