using System.Text;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Judging;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Hosting.Demo;

/// <summary>Believable marks: an entry is as good on every form as its code says, give or take what judges differ by.</summary>
internal sealed class DemoMarks(TimeProvider time)
{
    private const string Device = "demo-live";

    // The same marks at each start; nothing depends on them being hard to guess.
    private readonly Random random = new(20261118);

    /// <summary>What the judge does next on this pad: the first mark that is missing, or submitting the sheet; null when nothing is left.</summary>
    public JudgingCommand? Next(PadState pad)
    {
        var entry = pad.Entries.FirstOrDefault(e => e is { Status: EntryStatus.Active, Submitted: false });
        if (entry is null || pad.Closed)
        {
            return null;
        }
        var given = entry.Marks.Where(m => m.State != MarkState.Cleared).ToDictionary(m => m.AspectKey, m => m.Version, StringComparer.Ordinal);
        var aspect = pad.Aspects.FirstOrDefault(a => a.Kind != AspectKind.Imported && !given.ContainsKey(a.Key));
        return aspect is null
            ? new SubmitSheet
            {
                Id = Ids.New(time),
                ContestId = pad.ContestId,
                EntryId = entry.Id,
                EntryCode = entry.Code,
                Device = Device,
                FormKey = pad.FormKey,
                Seat = pad.Seat,
                BasedOn = entry.SheetVersion,
                SchemeVersion = pad.SchemeVersion,
                Seen = given,
            }
            : new EnterMark
            {
                Id = Ids.New(time),
                ContestId = pad.ContestId,
                EntryId = entry.Id,
                EntryCode = entry.Code,
                Device = Device,
                FormKey = pad.FormKey,
                Seat = pad.Seat,
                BasedOn = entry.Marks.FirstOrDefault(m => m.AspectKey == aspect.Key)?.Version ?? 0,
                SchemeVersion = pad.SchemeVersion,
                AspectKey = aspect.Key,
                State = MarkState.Value,
                Value = Value(aspect, Talent(entry.Code)),
            };
    }

    private static int Talent(string code) => 62 + (Encoding.ASCII.GetBytes(code).Aggregate(7, (sum, letter) => (sum * 31) + letter) & 0x7fff) % 34;

    private Score Value(Aspect aspect, int talent)
    {
        var percent = Math.Clamp(talent + random.Next(-6, 7), 30, 100);
        return aspect.Rule is Binary ? SampleMark.Of(aspect, random.Next(100) < talent ? 100 : 0) : SampleMark.Of(aspect, percent);
    }
}
