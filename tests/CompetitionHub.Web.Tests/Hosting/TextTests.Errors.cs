using System.Reflection;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed partial class TextTests
{
    [Fact]
    public void Errors_Each_HasASentenceThatTakesItsArguments()
    {
        var wrong = new List<string>();
        var errors = AllErrors();
        foreach (var error in errors)
        {
            var (feature, name) = error.Code.Split('.') is [var f, var n] ? (f, n) : ("?", error.Code);
            foreach (var culture in new[] { "", "zh" })
            {
                var texts = Texts(feature == "Common" ? typeof(global::CompetitionHub.Web.Components.CommonText).FullName! : $"CompetitionHub.Web.Features.{feature}.{feature}Text", culture);
                if (!texts.TryGetValue("Error." + name, out var sentence))
                {
                    wrong.Add($"{error.Code}: no sentence in '{(culture.Length == 0 ? "en" : culture)}'");
                }
                else if (Arguments(sentence).Any(a => a >= error.Args.Length))
                {
                    wrong.Add($"{error.Code}: '{sentence}' wants more than {error.Args.Length} arguments");
                }
            }
        }

        Assert.True(errors.Count > 50, $"only {errors.Count} errors found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Calls every static method of every *Errors class of Core with made-up arguments.</summary>
    private static List<Error> AllErrors() =>
    [
        .. typeof(Error).Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.ReturnType == typeof(Error) && !m.IsPrivate && !m.IsGenericMethod && !m.IsSpecialName)
            .Select(m => (Error)m.Invoke(null, [.. m.GetParameters().Select(p => Sample(p.ParameterType))])!),
    ];

    private static object? Sample(Type type) =>
        type == typeof(string) ? "x"
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Nullable<>) ? Sample(type.GetGenericArguments()[0])
        : type.IsGenericType && type.IsInterface ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
        : type.IsValueType ? Activator.CreateInstance(type)
        : System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type);
}
