using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Hosting;

/// <summary>
/// Texts whose words follow a number: <c>{0} {0:entry|entries}</c> says "1 entry" and "2 entries". Chinese needs none of it.
/// </summary>
public sealed partial class CountedTexts(IOptions<LocalizationOptions> options, ILoggerFactory loggers) : ResourceManagerStringLocalizerFactory(options, loggers)
{
    private readonly ResourceNamesCache names = new();
    private readonly ILogger<CountedTexts> logger = loggers.CreateLogger<CountedTexts>();

    /// <summary>The text with the word of each number: the first for exactly one, else the second.</summary>
    public static string Choose(string text, IReadOnlyList<object?> args) => Choice().Replace(text, choice =>
    {
        var place = int.Parse(choice.Groups["place"].ValueSpan, CultureInfo.InvariantCulture);
        return choice.Groups[Convert.ToString(args[place], CultureInfo.InvariantCulture) == "1" ? "one" : "many"].Value;
    });

    protected override ResourceManagerStringLocalizer CreateResourceManagerStringLocalizer(Assembly assembly, string baseName) =>
        new Texts(new(baseName, assembly), assembly, baseName, names, logger);

    [GeneratedRegex(@"\{(?<place>[0-9]+):(?<one>[^{}|]*)\|(?<many>[^{}|]*)\}")]
    private static partial Regex Choice();

    private sealed class Texts(ResourceManager manager, Assembly assembly, string baseName, IResourceNamesCache names, ILogger logger)
        : ResourceManagerStringLocalizer(manager, assembly, baseName, names, logger)
    {
        public override LocalizedString this[string name, params object[] arguments]
        {
            get
            {
                var text = this[name];
                return new(name, string.Format(CultureInfo.CurrentCulture, Choose(text.Value, arguments), arguments), text.ResourceNotFound, text.SearchedLocation);
            }
        }
    }
}

/// <summary>Registration.</summary>
public static class CountedTextsFeature
{
    public static IServiceCollection AddTexts(this IServiceCollection services) =>
        services.AddLocalization().AddSingleton<IStringLocalizerFactory, CountedTexts>();
}
