using CompetitionHub.Core.Interchange;
using CompetitionHub.Core.Interchange.Reading;

namespace CompetitionHub.Core.Tests.Interchange;

/// <summary>Every problem names the file, the line, the column and what was expected.</summary>
public sealed class BadFolderTests
{
    private const string Setup = "competition.json";
    private const string Marks = "contests/pastry/marks.csv";
    private const string Entries = "contests/pastry/entries.csv";
    private const string Sheets = "contests/pastry/sheets.csv";

    [Theory]
    [InlineData("delegations.csv", 2, "CYHY,,", "name_zh", "Registration.NameMissing")]
    [InlineData("delegations.csv", 2, "cyhy,餐饮,", "code", "Registration.CodeInvalid")]
    [InlineData("delegations.csv", 3, "CYHY,又一个,", "code", "Interchange.Repeated")]
    [InlineData("delegations.csv", 2, "CYHY,餐饮", null, "Interchange.FieldCount")]
    [InlineData("delegations.csv", 2, "CYHY,\"餐饮,x", null, "Interchange.QuotesWrong")]
    [InlineData("delegations.csv", 1, "code,name", null, "Interchange.HeaderWrong")]
    [InlineData("judges.csv", 2, "a b,某某,judge,,", "user_name", "Accounts.BadUserName")]
    [InlineData("judges.csv", 2, "someone,,judge,,", "display_name", "Accounts.BadDisplayName")]
    [InlineData("judges.csv", 2, "someone,某某,administrator,,", "roles", "Interchange.NotOneOf")]
    [InlineData("judges.csv", 2, "someone,某某,judge,pastry/A1,", "seats", "Interchange.SeatUnreadable")]
    [InlineData("judges.csv", 2, "someone,某某,judge,pastry/A1/6,", "seats", "Interchange.Unknown")]
    [InlineData("judges.csv", 2, "someone,某某,judge,../A1/1,", "seats", "Interchange.Unknown")]
    [InlineData("judges.csv", 2, "someone,某某,judge,pastry/A1/99999999999,", "seats", "Interchange.SeatUnreadable")]
    [InlineData("judges.csv", 2, "someone,某某,judge,,NOWHERE", "delegation", "Interchange.Unknown")]
    [InlineData(Entries, 2, "44DPN,=1+1,,CYHY,,active,,", "name_zh", "Registration.LooksLikeFormula")]
    [InlineData(Entries, 2, "44DPN,某某,,NONE,,active,,", "delegation", "Interchange.Unknown")]
    [InlineData(Entries, 2, "44DPN,某某,,CYHY,甲;乙,active,,", "members", "Registration.MembersNotAllowed")]
    [InlineData(Entries, 2, "44DPN,某某,,CYHY,,late,,", "status", "Interchange.NotOneOf")]
    [InlineData(Entries, 2, "44DPN,某某,,CYHY,,withdrawn,,", "status_reason", "Interchange.ReasonMissing")]
    [InlineData(Entries, 3, "44DPN,某某,,CYHY,,active,,", "code", "Interchange.Repeated")]
    [InlineData(Marks, 2, "ZZZZZ,A1,A1.1,1,value,8", "entry", "Interchange.Unknown")]
    [InlineData(Marks, 2, "44DPN,A9,A1.1,1,value,8", "form", "Interchange.Unknown")]
    [InlineData(Marks, 2, "44DPN,A1,B1.1,1,value,8", "aspect", "Interchange.Unknown")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,0,value,8", "seat", "Interchange.NumberOutOfRange")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,6,value,8", "seat", "Interchange.NumberOutOfRange")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,one,value,8", "seat", "Interchange.NumberOutOfRange")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,1,cleared,", "state", "Interchange.NotOneOf")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,1,value,", "value", "Competitions.MarkValueMissing")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,1,value,\"9,5\"", "value", "Common.ScoreComma")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,1,value,1e400", "value", "Common.ScoreNotANumber")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,1,value,99999999999999999999", "value", "Common.ScoreTooLarge")]
    [InlineData(Marks, 2, "44DPN,A1,A1.1,1,value,NaN", "value", "Common.ScoreNotANumber")]
    [InlineData(Sheets, 2, "44DPN,A1,1,done", "state", "Interchange.NotOneOf")]
    [InlineData(Sheets, 2, "44DPN,A1,9,submitted", "seat", "Interchange.NumberOutOfRange")]
    public void Read_WrongRow_NamesFileLineColumnAndReason(string file, int line, string row, string? column, string code)
    {
        using var folder = new FolderCopy();
        folder.SetLine(file, line, row);

        var problems = Read(folder.Path);

        Assert.Contains(problems, p => p.File == file && p.Row == line && p.Column == column && p.Error.Code == code);
    }

    [Theory]
    [InlineData("\"format\": 1", "\"format\": 2", "format", "Interchange.FormatUnsupported")]
    [InlineData("\"format\": 1", "\"format\": \"1\"", "format", "Interchange.WrongType")]
    [InlineData("\"format\": 1", "\"format\": 1e999", "format", "Interchange.FormatUnsupported")]
    [InlineData("\"level\": \"city\"", "\"level\": \"galaxy\"", "competition.level", "Interchange.NotOneOf")]
    [InlineData("\"starts_on\": \"2026-11-18\"", "\"starts_on\": \"2026-02-30\"", "competition.starts_on", "Interchange.NotADate")]
    [InlineData("\"starts_on\": \"2026-11-18\"", "\"starts_on\": \"2026-12-18\"", "competition.ends_on", "Competitions.DatesReversed")]
    [InlineData("\"time_zone\": \"Asia/Shanghai\"", "\"time_zone\": \"Moon/Base\"", "competition.time_zone", "Competitions.TimeZoneUnknown")]
    [InlineData("\"slug\": \"demo-games\"", "\"slug\": \"../etc\"", "competition.slug", "Competitions.SlugInvalid")]
    [InlineData("\"slug\": \"cnc-turning\"", "\"slug\": \"welding\"", "contests[1].slug", "Interchange.Repeated")]
    [InlineData("\"frozen\": false", "\"frozen\": 0", "contests[0].board.frozen", "Interchange.WrongType")]
    [InlineData("\"frozen\": false", "\"frozen\": false, \"frozen\": true", "contests[0].board.frozen", "Interchange.Repeated")]
    [InlineData("\"frozen\": false", "\"frosted\": false", "contests[0].board.frosted", "Interchange.PropertyUnknown")]
    [InlineData("\"frozen\": false", "\"frosted\": false", "contests[0].board.frozen", "Interchange.PropertyMissing")]
    [InlineData("\"closed_forms\": []", "\"closed_forms\": [\"Q9\"]", "contests[0].closed_forms", "Interchange.Unknown")]
    [InlineData("\"full_mark\": 100", "\"full_mark\": \"100\"", "contests[0].scheme.full_mark", "Competitions.SchemeWrongType")]
    [InlineData("\"judges\": 3", "\"judges\": -3", "contests[0].scheme.stages[1].modules[0].forms[0].judges", "Competitions.SchemeWrongType")]
    [InlineData("\"venue\": {", "\"venue\": [", null, "Interchange.JsonMalformed")]
    [InlineData("滨江市总工会", "\\ud800", "competition.host.zh", "Interchange.NotUtf8")]
    public void Read_WrongSetUp_NamesThePathAndTheReason(string old, string with, string? path, string code)
    {
        using var folder = new FolderCopy();
        folder.Replace(Setup, old, with);

        var problems = Read(folder.Path);

        Assert.Contains(problems, p => p.File == Setup && p.Column == path && p.Error.Code == code);
    }

    [Theory]
    [InlineData(Setup)]
    [InlineData("delegations.csv")]
    [InlineData("judges.csv")]
    [InlineData(Entries)]
    [InlineData(Marks)]
    [InlineData(Sheets)]
    public void Read_FileMissingEmptyLinkedOrAFolder_IsReportedForThatFile(string file)
    {
        AssertOne("Interchange.FileMissing", (_, path) => File.Delete(path));
        AssertOne("Interchange.FileEmpty", (_, path) => File.WriteAllText(path, ""));
        AssertOne("Interchange.NotUtf8", (_, path) => File.WriteAllBytes(path, [.. "code"u8, 0xff, 0xfe, (byte)'\n']));
        AssertOne("Interchange.NotAPlainFile", (folder, path) =>
        {
            File.Move(path, folder + ".txt");
            File.CreateSymbolicLink(path, folder + ".txt");
        });
        AssertOne("Interchange.NotAPlainFile", (_, path) =>
        {
            File.Delete(path);
            Directory.CreateDirectory(path);
        });

        void AssertOne(string code, Action<string, string> spoil)
        {
            using var folder = new FolderCopy();
            spoil(folder.Path, folder.At(file));
            Assert.Contains(Read(folder.Path), p => p.File == file && p.Error.Code == code);
            File.Delete(folder.Path + ".txt");
        }
    }

    [Fact]
    public void Read_ContestFolderThatIsALink_IsRefused()
    {
        using var folder = new FolderCopy();
        using var elsewhere = new FolderCopy();
        Directory.Delete(folder.At("contests/pastry"), recursive: true);
        Directory.CreateSymbolicLink(folder.At("contests/pastry"), elsewhere.At("contests/pastry"));

        Assert.Contains(Read(folder.Path), p => p is { File: Marks, Error.Code: "Interchange.NotAPlainFile" });
    }

    [Fact]
    public void Read_MisspeltFile_IsRefusedWhileNotesMayLieBeside()
    {
        using var folder = new FolderCopy();
        File.WriteAllText(folder.At("contests/pastry/notes.txt"), "fine");
        Assert.Empty(Read(folder.Path));

        File.WriteAllText(folder.At("contests/pastry/mark.csv"), "entry\n");
        Directory.CreateDirectory(folder.At("contests/pastri"));

        var problems = Read(folder.Path);
        Assert.Equal(["contests/pastri", "contests/pastry/mark.csv"], problems.Select(p => p.File).Order(StringComparer.Ordinal));
        Assert.All(problems, p => Assert.Equal("Interchange.FileUnknown", p.Error.Code));
    }

    [Fact]
    public void Read_ByteOrderMarkCarriageReturnsAndSpaces_MeanNothing()
    {
        using var folder = new FolderCopy();
        foreach (var file in FolderCopy.ListOriginal())
        {
            var text = File.ReadAllText(folder.At(file)).Replace("\n", "\r\n", StringComparison.Ordinal);
            File.WriteAllBytes(folder.At(file), [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(text)]);
        }
        folder.Replace(Marks, ",value,", ", value , ");

        Assert.Empty(Read(folder.Path));
    }

    [Fact]
    public void Read_HugeField_IsRefusedWithoutReadingOn()
    {
        using var folder = new FolderCopy();
        File.AppendAllText(folder.At(Entries), new string('A', 8 << 20));

        Assert.Contains(Read(folder.Path), p => p is { File: Entries, Error.Code: "Interchange.RowTooLong" or "Interchange.FieldCount" });
    }

    [Fact]
    public void Read_GarbageInEveryRow_StopsAtAHundredProblems()
    {
        using var folder = new FolderCopy();
        File.AppendAllLines(folder.At(Marks), Enumerable.Repeat("x,y,z,0,value,1", 10_000));

        Assert.Equal(ProblemList.Limit, Read(folder.Path).Count);
    }

    [Fact]
    public void Read_FolderThatIsNotThere_SaysSo() =>
        Assert.Equal("Interchange.FolderMissing", Assert.Single(Read("/nowhere/at/all")).Error.Code);

    private static IReadOnlyList<InterchangeProblem> Read(string folder)
    {
        var problems = new ProblemList();
        var read = FolderReader.Read(folder, problems);
        Assert.Equal(problems.IsEmpty, read is not null);
        return problems.Items;
    }
}
