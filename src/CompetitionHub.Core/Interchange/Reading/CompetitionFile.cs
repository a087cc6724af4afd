using System.Text;
using System.Text.Json;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Core.Teams;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>What <c>competition.json</c> says: the set-up without entries and marks.</summary>
internal sealed record CompetitionSetUp(
    CompetitionDetails Details, CompetitionState State, IReadOnlyList<FolderContestSetUp> Contests, IReadOnlyList<TeamRanking> TeamRankings);

/// <summary>Reads <c>competition.json</c>.</summary>
internal static class CompetitionFile
{
    private const string File = InterchangeFormat.CompetitionFile;

    /// <summary>The set-up; null when there is no use in reading on.</summary>
    public static CompetitionSetUp? Read(FolderFiles files, ProblemList problems)
    {
        using var document = Parse(files, problems);
        if (document is null || !JsonTexts.Check(document.RootElement, path => problems.Add(File, null, path, InterchangeErrors.NotUtf8())))
        {
            return null;
        }
        var setUp = StrictJson.Read(document.RootElement, File, "", problems, json => ReadRoot(json, problems));
        return problems.IsEmpty ? setUp : null;
    }

    private static JsonDocument? Parse(FolderFiles files, ProblemList problems)
    {
        using var text = files.Open(File, InterchangeFormat.LargestJson);
        if (text is null)
        {
            return null;
        }
        try
        {
            return JsonDocument.Parse(text.ReadToEnd());
        }
        catch (JsonException malformed)
        {
            problems.Add(File, malformed.LineNumber + 1, null, InterchangeErrors.JsonMalformed());
        }
        catch (Exception unreadable) when (unreadable is DecoderFallbackException or ArgumentException)
        {
            problems.Add(File, null, null, InterchangeErrors.NotUtf8());
        }
        catch (IOException refused)
        {
            problems.Add(File, null, null, InterchangeErrors.SystemRefuses(refused.Message));
        }
        return null;
    }

    private static CompetitionSetUp? ReadRoot(StrictJson json, ProblemList problems)
    {
        json.Ignore("$schema");
        if (json.Take("format", JsonValueKind.Number) is { } format && !(format.TryGetInt32(out var version) && version == InterchangeFormat.Version))
        {
            // Another format has other properties: their absence is no news.
            json.Report("format", InterchangeErrors.FormatUnsupported(format.GetRawText()));
        }
        var (details, state) = json.Take("competition", JsonValueKind.Object) is { } competition
            ? StrictJson.Read(competition, File, "competition", problems, c => ReadCompetition(c, problems))
            : default;
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var contests = new List<FolderContestSetUp>();
        foreach (var (element, path) in json.List("contests", InterchangeFormat.MostContests))
        {
            var contest = StrictJson.Read(element, File, path, problems, c => ReadContest(c, path, problems));
            if (contest is null)
            {
                continue;
            }
            if (!slugs.Add(contest.Details.Slug))
            {
                problems.Add(File, null, $"{path}.slug", InterchangeErrors.Repeated(contest.Details.Slug));
            }
            contests.Add(contest);
        }
        var rankings = AwardParts.ReadTeamRankings(json, contests, problems);
        return details is null ? null : new(details, state, contests, rankings);
    }

    private static (CompetitionDetails?, CompetitionState) ReadCompetition(StrictJson json, ProblemList problems)
    {
        var details = new CompetitionDetails(
            json.Text("slug"), json.LocalText("name"), json.Word<CompetitionLevel>("level"), json.Word<CompetitionClass>("class"),
            json.LocalText("host"), json.LocalText("venue"), json.Day("starts_on"), json.Day("ends_on"), json.Text("time_zone"));
        var state = json.Word<CompetitionState>("state");
        return (Checked(problems, "competition", () => CompetitionsRules.Check(details)) ? details : null, state);
    }

    private static FolderContestSetUp? ReadContest(StrictJson json, string path, ProblemList problems)
    {
        var details = new ContestDetails(
            json.Text("slug"), json.LocalText("name"), json.Text("trade"), json.LocalText("group"),
            json.Word<ContestFormat>("format"), json.Word<CountingRule>("counting"));
        var (visibility, frozen) = json.Take("board", JsonValueKind.Object) is { } board
            ? StrictJson.Read(board, File, json.At("board"), problems, b => (b.Word<BoardVisibility>("visibility"), b.Flag("frozen")))
            : default;
        var closed = json.List("closed_forms", 1_000)
            .Select(form => form.Element.ValueKind == JsonValueKind.String ? form.Element.GetString()! : form.Element.GetRawText()).ToList();
        var decisions = json.Has("decisions") ? ReadDecisions(json, problems) : [];
        var scheme = json.Take("scheme", JsonValueKind.Object) is { } document ? ReadScheme(document, json.At("scheme"), problems) : null;
        var cutOffs = AwardParts.ReadCutOffs(json, scheme, problems);
        if (scheme is null || !Checked(problems, path, () => CompetitionsRules.Check(details)))
        {
            return null;
        }
        var forms = scheme.Stages.SelectMany(s => s.Modules).SelectMany(m => m.Forms).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var form in closed.Where(form => !forms.Contains(form)))
        {
            json.Report("closed_forms", InterchangeErrors.Unknown(form, json.At("scheme")));
        }
        return new(details, visibility, frozen, [.. closed.Distinct(StringComparer.Ordinal)], scheme) { Decisions = decisions, CutOffs = cutOffs };
    }

    private static IReadOnlyList<RankDecision> ReadDecisions(StrictJson json, ProblemList problems) =>
    [
        .. json.List("decisions", 1_000).Select(item => StrictJson.Read(item.Element, File, item.Path, problems, decision => new RankDecision(
            decision.Word<RankDecisionKind>("kind"),
            decision.Has("entries") ? [.. decision.List("entries", InterchangeFormat.MostRows).Select(code => code.Element.ToString())] : [],
            decision.Has("seed") ? decision.Text("seed") : null,
            decision.Text("reason")))).OfType<RankDecision>(),
    ];

    private static MarkingScheme? ReadScheme(JsonElement document, string path, ProblemList problems)
    {
        var scheme = SchemeJson.Read(document, path);
        if (!scheme.Succeeded)
        {
            foreach (var error in scheme.Errors)
            {
                problems.Add(File, null, error.Field ?? path, error);
            }
            return null;
        }
        // A scheme may come unfinished, as a draft does; what no scheme may be is refused.
        foreach (var problem in SchemeRules.Check(scheme.Value).Where(p => p.Severity == SchemeSeverity.Refused))
        {
            problems.Add(File, null, $"{path}.{problem.Path}", problem.Error);
        }
        return scheme.Value;
    }

    // The rules speak after the types: a missing property is not reported a second time as an empty one.
    private static bool Checked(ProblemList problems, string path, Func<IReadOnlyList<Error>> check)
    {
        if (!problems.IsEmpty)
        {
            return true;
        }
        foreach (var error in check())
        {
            var property = error.Field is { Length: > 0 } field ? $".{JsonNamingPolicy.SnakeCaseLower.ConvertName(field)}" : "";
            problems.Add(File, null, path + property, error);
        }
        return problems.IsEmpty;
    }
}
