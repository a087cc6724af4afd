using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>The verbs that carry competitions in and out.</summary>
public static class CompetitionVerbs
{
    public static async Task<int> ImportAsync(VerbContext verb)
    {
        await verb.OpenAsync(DatabaseAccess.ReadWrite);
        var outcome = await verb.Get<ImportService>().ImportAsync(Actor.System, verb.Arguments.Operands[0]);
        if (outcome.Report is not { } report)
        {
            var many = outcome.Problems.Count >= ProblemList.Limit;
            await verb.Problems.WriteLineAsync(verb.Text(many ? "Import.NothingMany" : "Import.Nothing", outcome.Problems.Count));
            var sentences = verb.Get<ErrorSentences>();
            foreach (var problem in outcome.Problems)
            {
                await verb.Problems.WriteLineAsync($"{Printable(problem.Place)}: {Printable(sentences.Say(problem.Error))}");
            }
            return VerbContext.Refused;
        }
        await verb.SayAsync("Import.Done", report.Slug, report.Contests, report.Delegations, report.Entries, report.Marks, report.Sheets, report.Judges);
        return report.NewAccounts == 0 ? VerbContext.Done : await verb.SayAsync("Import.NewAccounts", report.NewAccounts);
    }

    public static async Task<int> ExportAsync(VerbContext verb)
    {
        await verb.OpenAsync(DatabaseAccess.ReadOnly);
        var (slug, folder) = (verb.Arguments.Operands[0], verb.Arguments.Operands[1]);
        var exported = await verb.Get<ExportService>().ExportAsync(Actor.System, slug, folder);
        return exported.Succeeded
            ? await verb.SayAsync("Export.Done", slug, Path.GetFullPath(folder), exported.Value.Contests.Count,
                exported.Value.Contests.Sum(c => c.Entries.Count), exported.Value.Contests.Sum(c => c.Marks.Count))
            : await verb.RefuseAsync(exported);
    }

    public static async Task<int> StandingsAsync(VerbContext verb)
    {
        await verb.OpenAsync(DatabaseAccess.ReadOnly);
        var place = verb.Arguments.Operands[0].Split('/');
        var standings = await verb.Get<StandingsExport>().ReadAsync(Actor.System, place[0], place[1]);
        if (!standings.Succeeded)
        {
            return await verb.RefuseAsync(standings);
        }
        if (verb.Arguments.Options.GetValueOrDefault("format") == "json")
        {
            StandingsWriter.WriteJson(standings.Value, verb.Output);
        }
        else
        {
            StandingsWriter.WriteCsv(standings.Value, verb.Output);
        }
        return VerbContext.Done;
    }

    // Names of files come from the folder: they must not steer the terminal.
    private static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));
}
