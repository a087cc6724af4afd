using System.Text.Json;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Features.Judging;

/// <summary>What a pad sent: for which judge's outbox, and the commands.</summary>
public sealed record PadRequest(string Judge, IReadOnlyList<JudgingCommand> Commands);

/// <summary>
/// Reads a pad's request strictly: what is not exactly as described is refused as a whole, with the place named, and nothing is done.
/// Texts are short and printable, so that whatever gets through can be stored on both databases.
/// </summary>
public static class PadCommands
{
    public const int MostCommands = 200;
    public const int MostBytes = 256 * 1024;
    private const int LongestKey = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static Result<PadRequest> Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            var request = new PadObject(document.RootElement, "$");
            var judge = request.Id("judge");
            var commands = request.List("commands", MostCommands);
            return new PadRequest(judge, [.. commands.Select(Command)]);
        }
        catch (JsonException)
        {
            return PadErrors.NotJson();
        }
        catch (PadFormatException e)
        {
            return PadErrors.Malformed(e.Place);
        }
    }

    private static JudgingCommand Command(PadObject json) => json.Text("kind", 16) switch
    {
        "mark" => new EnterMark
        {
            Id = json.Id("id"), ContestId = json.Id("contestId"), EntryId = json.Id("entryId"), EntryCode = json.Text("entryCode", LongestKey),
            Device = json.Id("device"), Reason = json.Reason(), FormKey = json.Text("formKey", LongestKey), Seat = json.Number("seat", 0, 99),
            BasedOn = json.Number("basedOn", 0, 1_000_000), SchemeVersion = json.Number("schemeVersion", 1, 1_000_000),
            AspectKey = json.Text("aspectKey", LongestKey),
            State = MarkStates.TryParse(json.Text("state", 16), out var state) ? state : throw json.Wrong("state"),
            Value = json.Score("value"),
        },
        "submit" => new SubmitSheet
        {
            Id = json.Id("id"), ContestId = json.Id("contestId"), EntryId = json.Id("entryId"), EntryCode = json.Text("entryCode", LongestKey),
            Device = json.Id("device"), Reason = json.Reason(), FormKey = json.Text("formKey", LongestKey), Seat = json.Number("seat", 0, 99),
            BasedOn = json.Number("basedOn", 0, 1_000_000), SchemeVersion = json.Number("schemeVersion", 1, 1_000_000),
            Seen = json.Versions("seen", SchemeRules.MostAspects, LongestKey),
        },
        "reopen" => new ReopenSheet
        {
            Id = json.Id("id"), ContestId = json.Id("contestId"), EntryId = json.Id("entryId"), EntryCode = json.Text("entryCode", LongestKey),
            Device = json.Id("device"), Reason = json.Reason(), FormKey = json.Text("formKey", LongestKey), Seat = json.Number("seat", 0, 99),
            BasedOn = json.Number("basedOn", 0, 1_000_000), SchemeVersion = json.Number("schemeVersion", 1, 1_000_000),
        },
        "status" => new SetEntryStatus
        {
            Id = json.Id("id"), ContestId = json.Id("contestId"), EntryId = json.Id("entryId"), EntryCode = json.Text("entryCode", LongestKey),
            Device = json.Id("device"), Reason = json.Reason(),
            From = json.Word<EntryStatus>("from"), To = json.Word<EntryStatus>("state"),
        },
        _ => throw json.Wrong("kind"),
    };
}
