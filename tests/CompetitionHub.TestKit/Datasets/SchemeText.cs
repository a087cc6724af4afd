using CompetitionHub.Core.Competitions.Scheme;

namespace CompetitionHub.TestKit.Datasets;

/// <summary>The rules of a sport as a scheme document: what a converter writes is text, so that the document can say it.</summary>
internal static class SchemeText
{
    /// <summary>Reads a document that must be complete: nothing refused and nothing unfinished.</summary>
    public static MarkingScheme Read(string json)
    {
        var scheme = SchemeJson.Read(json);
        IEnumerable<string> wrong = scheme.Succeeded
            ? SchemeRules.Check(scheme.Value).Select(problem => $"{problem.Path}: {problem.Error}")
            : scheme.Errors.Select(error => error.ToString());
        return wrong.Any() ? throw new InvalidDataException(string.Join("\n", wrong)) : scheme.Value;
    }

    /// <summary>The elements of an array.</summary>
    public static string Each<T>(IEnumerable<T> items, Func<T, string> json) => string.Join(",\n", items.Select(json));
}
