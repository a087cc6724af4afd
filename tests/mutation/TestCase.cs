using System.Diagnostics;
using System.Reflection;
using CompetitionHub.TestKit;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace CompetitionHub.Mutation;

/// <summary>One test with its arguments, run by reflection: thousands of runs a minute instead of one process each.</summary>
internal sealed record TestCase(MethodInfo Method, object?[] Arguments, int Row)
{
    public string Name => $"{Method.DeclaringType!.FullName}.{Method.Name}#{Row}";

    /// <summary>All tests in the namespaces or classes, always in the same order; rows that are skipped are left out.</summary>
    public static List<TestCase> All(Assembly assembly, IReadOnlyList<string> names)
    {
        var cases = new List<TestCase>();
        foreach (var method in assembly.GetTypes().Where(type => !type.IsAbstract && names.Any(name => $"{type.FullName}.".StartsWith($"{name}.", StringComparison.Ordinal)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null }))
        {
            var rows = method.GetCustomAttribute<TheoryAttribute>() is null
                ? [[]]
                : method.GetCustomAttributes().OfType<IDataAttribute>().SelectMany(data => Rows(data, method)).Where(row => row.Skip is null).Select(row => row.GetData()).ToArray();
            cases.AddRange(rows.Select((row, number) => new TestCase(method, Fit(method.GetParameters(), row), number)));
        }
        return cases;
    }

    /// <summary>Runs it and returns what went wrong, or null.</summary>
    public Exception? Run()
    {
        try
        {
            var test = Method.IsStatic ? null : Activator.CreateInstance(Method.DeclaringType!);
            switch (Method.Invoke(test, Arguments))
            {
                case Task task:
                    task.GetAwaiter().GetResult();
                    break;
                case ValueTask task:
                    task.AsTask().GetAwaiter().GetResult();
                    break;
            }
            (test as IDisposable)?.Dispose();
            return null;
        }
        catch (Exception failure)
        {
            var inner = failure is TargetInvocationException { InnerException: { } thrown } ? thrown : failure;
            return Needs.IsSkip(inner) ? null : inner;
        }
    }

    // Outside a run of xunit its attribute finds no rows in a member.
    private static IEnumerable<ITheoryDataRow> Rows(IDataAttribute data, MethodInfo method) => data is MemberDataAttribute member
        ? (IEnumerable<ITheoryDataRow>)method.DeclaringType!.GetProperty(member.MemberName)!.GetValue(null)!
        : data.GetData(method, new DisposalTracker()).AsTask().Result;

    private static object?[] Fit(ParameterInfo[] parameters, object?[] row)
    {
        var fit = new object?[parameters.Length];
        for (var i = 0; i < fit.Length; i++)
        {
            if (parameters[i].IsDefined(typeof(ParamArrayAttribute)) && !(row.Length == fit.Length && parameters[i].ParameterType.IsInstanceOfType(row[i])))
            {
                var rest = Array.CreateInstance(parameters[i].ParameterType.GetElementType()!, Math.Max(0, row.Length - i));
                for (var k = 0; k < rest.Length; k++)
                    rest.SetValue(row[i + k], k);
                fit[i] = rest;
            }
            else
            {
                fit[i] = i < row.Length ? row[i] : parameters[i].DefaultValue;
            }
        }
        return fit;
    }
}
