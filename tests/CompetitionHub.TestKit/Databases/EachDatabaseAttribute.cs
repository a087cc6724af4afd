using System.Reflection;
using CompetitionHub.Core.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CompetitionHub.TestKit.Databases;

/// <summary>
/// Runs a theory on SQLite and on PostgreSQL; its first argument is the <see cref="DatabaseKind"/>, further ones may be given
/// (repeat the attribute for several rows). Without a PostgreSQL server the row is skipped visibly, and fails in CI.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachDatabaseAttribute(params object?[] arguments) : DataAttribute
{
    public IReadOnlyList<object?> Arguments { get; } = arguments;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        // In CI the row is not skipped: the test then fails with the same sentence when it asks for the server.
        var postgres = Row(DatabaseKind.Postgres);
        postgres.Skip = PostgresServer.IsGiven || Ci.IsRunning ? null : PostgresServer.Missing;
        return new([Row(DatabaseKind.Sqlite), postgres]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private TheoryDataRow Row(DatabaseKind kind) => new([kind, .. Arguments]);
}
