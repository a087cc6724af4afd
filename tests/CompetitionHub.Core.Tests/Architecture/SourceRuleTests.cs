namespace CompetitionHub.Core.Tests.Architecture;

public sealed class SourceRuleTests
{
    private static readonly SourceRule[] All =
    [
        new("Web holds no SQL and no database library", "src/CompetitionHub.Web",
            @"\b(Dapper|Npgsql|Microsoft\.Data\.Sqlite)\b|""+\s*(select\s+\S+.*\bfrom|insert\s+into|update\s+\w+\s+set|delete\s+from)\b",
            "var rows = connection.Query(\"select id from marks\");"),
        new("Marks are parsed by ScoreText alone", "src",
            @"\b([Dd]ecimal|[Dd]ouble|[Ff]loat|Single|Half)\.(Try)?Parse\b|\bConvert\.To(Decimal|Double|Single)\b",
            "var mark = decimal.Parse(text, CultureInfo.InvariantCulture);", "ScoreText.cs"),
        new("Time comes from TimeProvider", "src",
            @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b",
            "var now = DateTimeOffset.UtcNow;"),
        new("Clocks on pages are those of the competition, not of the server", "src",
            @"\bGetLocalNow\b|\bToLocalTime\b",
            // A competition that is not made yet has no place.
            "Time.GetLocalNow().ToString(\"HH:mm\")", "CompetitionEditor.razor.cs"),
        new("Ids come from Ids, chance from its own source", "src",
            @"\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\.Shared\b|\bnew\s+Random\b",
            "var id = Guid.NewGuid();", "Ids.cs"),
        new("SQL is constant text", "src",
            // An interpolated constant is made of constants: the compiler sees to that.
            @"(?<!const string \w+ =\s*)\$+""{1,3}\s*(select|insert|update|delete|with|create|drop|alter)\s|""\s*(select|insert\s+into|update|delete\s+from)\s[^""\n]*""\s*\+",
            "var sql = $\"select * from marks where id = '{id}'\";", "SqliteDump.cs"),
        new("Nothing is left for later", "src",
            @"\bTODO\b|\bFIXME\b|\bHACK\b|\bNotImplementedException\b",
            "throw new NotImplementedException(); // TODO"),
        new("Names say what a thing is", "src",
            @"\b(class|record|interface|struct)\s+(Base[A-Z]\w*|\w+(Dto|Manager|Helper|Helpers|Utils|Util))\b",
            "public sealed class MarkHelper"),
        new("No culture's own number format on the wire", "src",
            @"\bThread\.CurrentThread\.CurrentCulture\b",
            "Thread.CurrentThread.CurrentCulture = culture;"),
    ];

    public static TheoryData<string> Reasons => new(All.Select(r => r.Reason));

    [Theory, MemberData(nameof(Reasons))]
    public void Source_KeepsTheRule(string reason) => Assert.Empty(Rule(reason).Offenders());

    [Theory, MemberData(nameof(Reasons))]
    public void Canary_IsCaught(string reason) => Assert.NotEmpty(Rule(reason).Matches("// nothing\n" + Rule(reason).Canary));

    [Fact]
    public void Sources_AreFound()
    {
        // A rule over no file at all would be kept for ever.
        Assert.Contains(SourceRule.Sources("src/CompetitionHub.Core"), p => p.EndsWith("/Data/Database.cs", StringComparison.Ordinal));
        Assert.Contains(SourceRule.Sources("src/CompetitionHub.Web"), p => p.EndsWith("/Program.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_StayUnder400Lines() =>
        Assert.Empty(TooLong(SourceRule.Sources("src").Concat(SourceRule.Sources("tests")), 400));

    [Fact]
    public void Files_StayUnder400Lines_Canary() =>
        Assert.NotEmpty(TooLong(SourceRule.Sources("src/CompetitionHub.Core"), 20));

    private static SourceRule Rule(string reason) => All.Single(r => r.Reason == reason);

    private static IEnumerable<string> TooLong(IEnumerable<string> paths, int most) =>
        paths.Where(path => File.ReadLines(path).Skip(most).Any()).Select(path => Path.GetFileName(path));
}
