using System.Globalization;
using CompetitionHub.Benchmarks.Scratch;

namespace CompetitionHub.Benchmarks.Load;

/// <summary>What one judge still has to mark, as commands in the pad's JSON: field after field of the entries that nobody has marked.</summary>
internal sealed class Sheets(ScratchContest contest, ScratchJudge judge, ScratchPlan plan)
{
    private static readonly string Device = Guid.CreateVersion7().ToString("D");
    private int entry = plan.Marked;
    private int aspect;
    private int corrected;

    // Round and round: a server that stores things refuses to mark a field twice, one that does not is faster than there are entries.
    private ScratchEntry Entry => contest.Entries[entry % contest.Entries.Count];

    /// <summary>The same work from where this judge stands, for a server that stores nothing.</summary>
    public Sheets Copy() => new(contest, judge, plan) { entry = plan.Marked };

    /// <summary>The next free field.</summary>
    public string NextMark()
    {
        var command = Mark(Entry, aspect, basedOn: 0, reason: null);
        aspect++;
        if (aspect == plan.Aspects)
        {
            (entry, aspect) = (entry + 1, 0);
        }

        return command;
    }

    /// <summary>All marks of the next entry and the sheet handed in.</summary>
    public IReadOnlyList<string> NextSheet()
    {
        if (aspect > 0)
        {
            (entry, aspect) = (entry + 1, 0);
        }

        var marks = Enumerable.Range(0, plan.Aspects).Select(a => Mark(Entry, a, 0, null)).ToList();
        var seen = string.Join(',', Enumerable.Range(0, plan.Aspects).Select(a => $"\"{ScratchPlan.AspectKey(a)}\":1"));
        marks.Add("{" + Common("submit", Entry, 0) + ",\"seen\":{" + seen + "}}");
        entry++;
        return marks;
    }

    /// <summary>The first correction of a mark on a sheet that was handed in: it counts at once, so the board moves.</summary>
    public string NextCorrection()
    {
        var command = Mark(contest.Entries[corrected / plan.Aspects], corrected % plan.Aspects, basedOn: 1, reason: "misread");
        corrected++;
        return corrected <= plan.Marked * plan.Aspects ? command : throw new InvalidOperationException("No sheets are left to correct.");
    }

    private string Mark(ScratchEntry of, int aspectNumber, int basedOn, string? reason)
    {
        // Stored marks are tenths: with these hundredths a correction always moves the total.
        var value = string.Create(CultureInfo.InvariantCulture, $"{(corrected + aspectNumber) % 10}.{(corrected + entry) % 10}5");
        var why = reason is null ? "" : $",\"reason\":\"{reason}\"";
        return "{" + Common("mark", of, basedOn) + $",\"aspectKey\":\"{ScratchPlan.AspectKey(aspectNumber)}\",\"state\":\"value\",\"value\":\"{value}\"{why}}}";
    }

    private string Common(string kind, ScratchEntry of, int basedOn) => string.Create(CultureInfo.InvariantCulture,
        $"\"id\":\"{Guid.CreateVersion7():D}\",\"kind\":\"{kind}\",\"contestId\":\"{contest.Id}\",\"entryId\":\"{of.Id}\",\"entryCode\":\"{of.Code}\",\"device\":\"{Device}\",\"formKey\":\"{ScratchPlan.FormKey}\",\"seat\":{judge.Seat},\"basedOn\":{basedOn},\"schemeVersion\":1");
}
