using System.Reflection;
using System.Xml.Linq;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Core.Tests.Architecture;

public sealed class AssemblyRuleTests
{
    private static readonly Assembly Core = typeof(Database).Assembly;

    [Fact]
    public void Core_UsesNoWebType() => Assert.Empty(WebReferences(Core.GetReferencedAssemblies()));

    [Fact]
    public void Core_UsesNoWebType_Canary() => Assert.NotEmpty(WebReferences([new("Microsoft.AspNetCore.Http.Abstractions")]));

    [Fact]
    public void Repositories_AreInternal() => Assert.Empty(PublicRepositories(Core.GetTypes()));

    [Fact]
    public void Repositories_AreInternal_Canary() => Assert.NotEmpty(PublicRepositories([typeof(CanaryRepository)]));

    [Fact]
    public void SessionSql_IsInternal() => Assert.Empty(PublicSql(typeof(DbSession)));

    [Fact]
    public void SessionSql_IsInternal_Canary() => Assert.NotEmpty(PublicSql(typeof(CanaryRepository)));

    [Fact]
    public void PublicTypesOfCore_HaveASummary() => Assert.Empty(WithoutSummary(Core.GetExportedTypes(), CoreDocumentation()));

    [Fact]
    public void PublicTypesOfCore_HaveASummary_Canary() => Assert.NotEmpty(WithoutSummary([typeof(CanaryRepository)], CoreDocumentation()));

    private static IEnumerable<string> WebReferences(IEnumerable<AssemblyName> references) =>
        references.Select(r => r.Name!).Where(n => n.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || n == "Microsoft.JSInterop");

    private static IEnumerable<Type> PublicRepositories(IEnumerable<Type> types) =>
        types.Where(t => t.Name.EndsWith("Repository", StringComparison.Ordinal) && t.IsVisible);

    private static IEnumerable<MethodInfo> PublicSql(Type session) =>
        session.GetMethods().Where(m => m.IsPublic && m.GetParameters().Any(p => p.Name == "sql"));

    private static IEnumerable<string> WithoutSummary(IEnumerable<Type> types, HashSet<string> documented) =>
        types.Select(t => t.FullName!.Replace('+', '.')).Where(name => !documented.Contains("T:" + name));

    private static HashSet<string> CoreDocumentation() =>
    [
        .. XDocument.Load(Path.ChangeExtension(Core.Location, ".xml")).Descendants("member")
            .Where(m => m.Element("summary") is { } summary && !string.IsNullOrWhiteSpace(summary.Value))
            .Select(m => m.Attribute("name")!.Value),
    ];
}

#pragma warning disable CA1822, CA1801 // A canary has no job but to be caught.
public sealed class CanaryRepository
{
    public string Run(string sql) => sql;
}
#pragma warning restore CA1822, CA1801
