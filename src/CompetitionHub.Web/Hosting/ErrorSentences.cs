using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Components;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Hosting;

/// <summary>Says a refusal in the reader's language: code "Judging.OutOfRange" is key "Error.OutOfRange" of JudgingText.</summary>
public sealed class ErrorSentences(IStringLocalizerFactory factory)
{
    public string Say(Error error)
    {
        var dot = error.Code.IndexOf('.', StringComparison.Ordinal);
        var feature = error.Code[..Math.Max(dot, 0)];
        // Core's Shared has no pages of its own: its refusals stand with the words that all features share.
        var type = feature == "Common" ? typeof(CommonText).FullName! : $"CompetitionHub.Web.Features.{feature}.{feature}Text";
        var texts = factory.Create(type, typeof(ErrorSentences).Assembly.GetName().Name!);
        var sentence = texts["Error." + error.Code[(dot + 1)..], [.. error.Args.Select(Spoken)]];
        return sentence.ResourceNotFound ? error.ToString() : sentence;
    }

    private static object Spoken(object argument) => argument is LocalText name ? name.In(Languages.Current) : argument;

    /// <summary>All reasons, one sentence after the other.</summary>
    public string Say(Result result) => string.Join(" ", result.Errors.Select(Say));
}

/// <summary>Registration, and the HTTP status of each kind of refusal.</summary>
public static class ErrorSentencesFeature
{
    public static void AddErrorSentences(this IServiceCollection services) => services.AddSingleton<ErrorSentences>();

    public static int ToStatusCode(this ErrorKind kind) => kind switch
    {
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Closed => StatusCodes.Status409Conflict,
    };
}
