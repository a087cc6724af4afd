using System.Buffers;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Shared;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>The judges' pages and the mark pad's JSON. Changes need the session cookie (SameSite=Strict), the pad's own header and JSON.</summary>
public static class JudgingEndpoints
{
    public const string PadHeader = "X-Hub-Pad";

    public static void MapJudging(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/judge", HomeAsync);
        routes.MapGet("/judge/{competition}/{contest}/{form}", PadAsync);
        var api = routes.MapGroup("/api/judging").DisableAntiforgery();
        api.MapGet("/me", MeAsync);
        api.MapGet("/{competition}/{contest}/{form}", StateAsync);
        api.MapPost("/commands", CommandsAsync);
    }

    private static async Task<IResult> HomeAsync(HttpContext context, CurrentActor current, JudgingQueries queries)
    {
        var actor = await current.GetAsync();
        var forms = await queries.ListMyFormsAsync(actor, cancellationToken: context.RequestAborted);
        return Page<JudgeHomePage>(context, new() { [nameof(JudgeHomePage.Judge)] = actor, [nameof(JudgeHomePage.Forms)] = forms });
    }

    private static async Task<IResult> PadAsync(
        HttpContext context, CurrentActor current, JudgingQueries queries, string competition, string contest, string form, int? seat)
    {
        var actor = await current.GetAsync();
        var pad = await queries.FindPadAsync(actor, competition, contest, form, seat, context.RequestAborted);
        return pad.Succeeded
            ? Page<PadPage>(context, new()
            {
                [nameof(PadPage.Judge)] = actor,
                [nameof(PadPage.State)] = pad.Value,
                [nameof(PadPage.StateAddress)] = $"/api/judging/{Uri.EscapeDataString(competition)}/{Uri.EscapeDataString(contest)}/{Uri.EscapeDataString(form)}{context.Request.QueryString}",
            })
            : Page<PadRefusedPage>(context, new() { [nameof(PadRefusedPage.Refusal)] = pad.Error }, pad.Error.Kind.ToStatusCode());
    }

    private static async Task<IResult> MeAsync(HttpContext context, CurrentActor current)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(new MeJson((await current.GetAsync()).AccountId), PadJsonContext.Web.MeJson);
    }

    private static async Task<IResult> StateAsync(
        HttpContext context, CurrentActor current, JudgingQueries queries, ErrorSentences sentences, string competition, string contest, string form, int? seat)
    {
        context.Response.Headers.CacheControl = "no-store";
        var actor = await current.GetAsync();
        var pad = await queries.FindPadAsync(actor, competition, contest, form, seat, context.RequestAborted);
        return pad.Succeeded
            ? TypedResults.Json(PadStateJson.Of(pad.Value, actor.AccountId), PadJsonContext.Web.PadStateJson)
            : Refuse(sentences, pad.Error);
    }

    private static async Task<IResult> CommandsAsync(HttpContext context, CurrentActor current, JudgingService judging, ErrorSentences sentences)
    {
        var request = context.Request;
        if (request.Headers[PadHeader] != "1" || !request.HasJsonContentType())
        {
            return Refuse(sentences, PadErrors.NotFromPad());
        }

        if (await ReadAsync(request) is not { } body)
        {
            return Refuse(sentences, PadErrors.TooLarge(PadCommands.MostBytes / 1024), StatusCodes.Status413PayloadTooLarge);
        }

        var read = PadCommands.Read(body);
        if (!read.Succeeded)
        {
            return Refuse(sentences, read.Error);
        }

        var actor = await current.GetAsync();
        if (read.Value.Judge != actor.AccountId)
        {
            // The page was opened by one judge and the cookie is now another's: nobody's marks go out under a wrong name.
            return Refuse(sentences, PadErrors.OtherJudge());
        }

        // Not cancelled when the judge walks away: the answer may be lost, the mark not.
        var answers = await judging.HandleAsync(actor, read.Value.Commands);
        return TypedResults.Json(new AnswersJson([.. answers.Select(answer => AnswerJson.Of(answer, sentences))]), PadJsonContext.Web.AnswersJson);
    }

    /// <summary>The body, or null when it is larger than any pad sends.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > PadCommands.MostBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > PadCommands.MostBytes)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static JsonHttpResult<RefusalJson> Refuse(ErrorSentences sentences, Error error, int? status = null) =>
        TypedResults.Json(new RefusalJson(error.Code, sentences.Say(error)), PadJsonContext.Web.RefusalJson, statusCode: status ?? error.Kind.ToStatusCode());

    private static RazorComponentResult<TPage> Page<TPage>(HttpContext context, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        // A judge's page is theirs alone, and never an old one.
        context.Response.Headers.CacheControl = "no-store";
        return new(parameters) { StatusCode = status };
    }
}
