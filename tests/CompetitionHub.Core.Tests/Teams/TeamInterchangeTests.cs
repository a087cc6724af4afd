using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Data;
using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Reading;
using CompetitionHub.Core.Interchange.Writing;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Teams;
using CompetitionHub.Core.Tests.Awards;
using CompetitionHub.Core.Tests.Interchange;
using CompetitionHub.TestKit.Databases;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Teams;

/// <summary>Awards, cut-offs and team rankings travel in the folder.</summary>
public sealed class TeamInterchangeTests
{
    private static readonly MarkingScheme Rules = Fields.Plain with
    {
        Scale = new(),
        Advancement = new() { Quota = new NumberQuota(2), Reserves = 1 },
        Awards = [Fields.Group(TieRule.Include, Fields.Award("gold", new CutOffQuota(Points("25"), Points("100"))), Fields.Award("rest", new EveryoneQuota()))],
    };

    private static readonly TeamRanking[] Rankings =
    [
        new()
        {
            Key = "all-of-it",
            Name = Name("x"),
            Contests = ["one"],
            Points = new TeamRankPoints([new(1, 1, Points("10"))], Score.One),
            BestPerContest = 2,
            Best = 3,
            Average = true,
            Order = TieBreakOrder.LowerFirst,
            MinimumMembers = 2,
            Minimum = Points("2.5"),
            TieBreaks = [new BetterRanksTieBreak(), new AspectSumTieBreak("a", TieBreakOrder.LowerFirst)],
        },
        new() { Key = "awards", Name = Name("y"), Points = new TeamAwardPoints([new("gold", Points("4")), new("rest", Score.One)], Score.Zero) },
        new() { Key = "scale", Name = Name("z"), Points = new TeamScalePoints() },
        new() { Key = "sum", Name = Name("z"), Points = new TeamTotalPoints() },
    ];

    [Theory, EachDatabase]
    public async Task Export_OfAnImport_IsTheFolderByteByByte(DatabaseKind kind)
    {
        await using var db = await InterchangeDatabase.CreateAsync(kind);
        var (from, to) = (Path.Combine(db.Folder, "in"), Path.Combine(db.Folder, "out"));
        FolderWriter.Write(Folder(), from);

        var imported = await db.Get<ImportService>().ImportAsync(Actor.System, from);
        Assert.True(imported.Succeeded, string.Join("\n", imported.Problems.Select(p => $"{p.Place}: {p.Error}")));
        await db.Get<ExportService>().ExportAsync(Actor.System, "games", to);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(from, "competition.json")), await File.ReadAllTextAsync(Path.Combine(to, "competition.json")));
        var awards = (await db.Get<AwardQueries>().GetAsync(Actor.System, "games", "one")).Value;
        Assert.Equal("gold: A1 A2 | rest: B1", Fields.Say(awards.Awards[0]));
        Assert.Equal(["A 8", "B 1"], (await db.Get<TeamQueries>().GetAsync(Actor.System, "games", "awards")).Value.Teams.Select(team => $"{team.Delegation} {team.Points?.Numerator}"));
    }

    [Theory]
    [InlineData("\"award\": \"gold\",\n          \"score\"", "\"award\": \"cup\",\n          \"score\"", "contests[0].cut_offs[0].award", "Interchange.Unknown")]
    [InlineData("\"score\": 8", "\"score\": \"8\"", "contests[0].cut_offs[0].score", "Interchange.WrongType")]
    [InlineData("\"score\": 8", "\"score\": 0.00000001", "contests[0].cut_offs[0].score", "Common.ScoreTooPrecise")]
    [InlineData("\"reason\": \"Jury\"", "\"reason\": \"\"", "contests[0].cut_offs[0].reason", "Awards.ReasonMissing")]
    [InlineData("\"reason\": \"Jury\"", "\"reason\": \"Jury\", \"by\": \"me\"", "contests[0].cut_offs[0].by", "Interchange.PropertyUnknown")]
    [InlineData("\"kind\": \"scale\"", "\"kind\": \"weight\"", "team_rankings[2].points.kind", "Competitions.SchemeWrongType")]
    [InlineData("\"key\": \"awards\"", "\"key\": \"all-of-it\"", "team_rankings[1].key", "Interchange.Repeated")]
    [InlineData("\"best\": 3", "\"best\": 1", "team_rankings[0].minimum_members", "Teams.MoreThanCount")]
    [InlineData("\"by\": \"aspect\",\n          \"key\": \"a\"", "\"by\": \"aspect\",\n          \"key\": \"time\"", "team_rankings[0].tie_breaks[1].key", "Teams.AspectUnknown")]
    [InlineData("\"kind\": \"cut_off\"", "\"kind\": \"medal\"", "contests[0].scheme.awards[0].awards[0].quota.part", "Competitions.SchemeUnknownProperty")]
    public void Read_WrongProperty_NamesItsPath(string old, string with, string path, string code)
    {
        var folder = Directory.CreateTempSubdirectory("hubtest-awards-").FullName;
        try
        {
            FolderWriter.Write(Folder(), Path.Combine(folder, "in"));
            var file = Path.Combine(folder, "in", "competition.json");
            var text = File.ReadAllText(file);
            Assert.Contains(old, text, StringComparison.Ordinal);
            var place = text.IndexOf(old, StringComparison.Ordinal);
            File.WriteAllText(file, string.Concat(text.AsSpan(0, place), with, text.AsSpan(place + old.Length)));
            var problems = new ProblemList();

            Assert.Null(FolderReader.Read(Path.Combine(folder, "in"), problems));

            Assert.Contains(problems.Items, problem => problem.Column == path && problem.Error.Code == code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CompetitionFolder Folder()
    {
        var setUp = new FolderContestSetUp(
            new("one", Name("one"), "", new("", ""), ContestFormat.Individual, CountingRule.Submitted), BoardVisibility.Hidden, false, [], Rules)
        {
            CutOffs = [new("gold", Points("8"), "Jury")],
        };
        string[] codes = ["A1", "A2", "B1"];
        var contest = new FolderContest(
            setUp,
            [.. codes.Select(code => new FolderEntry(code, Name(code), code[..1], [], EntryStatus.Active, null))],
            [.. codes.Zip(["9", "8", "7"]).Select(pair => new FolderMark(pair.First, "f", "a", 0, Core.Judging.MarkState.Value, Points(pair.Second)))], []);
        var details = new CompetitionDetails(
            "games", Name("games"), CompetitionLevel.City, CompetitionClass.None, new("", ""), new("", ""), new(2026, 5, 1), new(2026, 5, 2), "UTC");
        return new(details, CompetitionState.Closed, [new("A", Name("A")), new("B", Name("B"))], [], [contest]) { TeamRankings = Rankings };
    }
}
