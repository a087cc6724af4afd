using System.Text;
using System.Text.Json;
using CompetitionHub.Core.Data;
using CompetitionHub.TestKit;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.Web.Hosting.Verbs;

namespace CompetitionHub.Web.Tests.Hosting.Verbs;

/// <summary>The verbs as a person or a script runs them: words in, text and exit code out, on a database of their own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly string Demo = Path.Combine(Needs.Repository(), "db", "demo");
    private readonly string folder = Directory.CreateTempSubdirectory("hubtest-verbs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ImportExportStandingsVerify_OfTheDemonstration_Succeed()
    {
        var imported = await RunAsync("import", Demo);
        var exported = await RunAsync("export", "demo-games", At("out"));
        var csv = await RunAsync("standings", "demo-games/pastry");
        var json = await RunAsync("standings", "demo-games/pastry", "--format", "json");
        var verified = await RunAsync("verify", "audit", "demo-games");
        var installation = await RunAsync("verify", "audit", "*");

        Assert.Equal((0, ""), (imported.Code, imported.Problems));
        Assert.Contains("entries 70, marks 556", imported.Output, StringComparison.Ordinal);
        Assert.Equal(0, exported.Code);
        Assert.True(File.Exists(At("out/contests/pastry/marks.csv")));
        Assert.StartsWith("rank,code,name_zh,name_en,delegation_zh,delegation_en,status,marked,expected,total,module:A,module:B,module:C\n1,", csv.Output, StringComparison.Ordinal);
        Assert.Equal(13, csv.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains(",withdrawn,", csv.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        var entries = document.RootElement.GetProperty("entries");
        Assert.Equal(12, entries.GetArrayLength());
        Assert.Equal(1, entries[0].GetProperty("rank").GetInt32());
        Assert.Equal(JsonValueKind.Null, entries[11].GetProperty("rank").ValueKind);
        Assert.Contains("is intact", verified.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), (verified.Code, installation.Code));
    }

    [Fact]
    public async Task VerifyResults_BeforeAndAfterARowWasChanged_AgreesAndParts()
    {
        await RunAsync("import", Demo);

        var leader = (await RunAsync("standings", "demo-games/pastry")).Output.Split('\n')[1].Split(',')[1];
        var before = await RunAsync("verify", "results", "demo-games");
        await Tampering.ChangeModuleAsync(At("data/competitionhub.sqlite"), leader);
        var after = await RunAsync("verify", "results", "demo-games");
        var chinese = await RunInAsync("zh", "verify", "results", "demo-games");

        Assert.Equal((0, ""), (before.Code, before.Problems));
        Assert.Contains("(pastry): both calculations agree on all 12 entries", before.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1), (after.Code, chinese.Code));
        Assert.Matches($@"\(pastry\): 1 of 12 entries differ\r?\n  {leader}, stored board, module A: the engine says 9(\d[\d.]*), the second calculation \1\r?\n", after.Output);
        Assert.Contains($"{leader}，已存排名，模块 A：系统为 9", chinese.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_BadFolder_ListsProblemsInTheLanguageOfTheMachineAndExitsOne()
    {
        var bad = At("bad");
        CopyDemo(bad);
        await File.AppendAllTextAsync(Path.Combine(bad, "contests/pastry/marks.csv"), "NOONE,A1,A1.1,1,value,8\n");

        var english = await RunAsync("import", bad);
        var chinese = await RunInAsync("zh", "import", bad);

        Assert.Equal((1, 1), (english.Code, chinese.Code));
        Assert.Equal("", english.Output);
        Assert.Contains("contests/pastry/marks.csv:", english.Problems, StringComparison.Ordinal);
        Assert.Contains("entry: \"NOONE\" is not defined in contests/pastry/entries.csv.", english.Problems, StringComparison.Ordinal);
        Assert.Contains("“NOONE”未在 contests/pastry/entries.csv 中定义。", chinese.Problems, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("export", "demo-games", At("out"))).Code);
        Assert.False(Directory.Exists(At("out")));
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("import")]
    [InlineData("import", "a", "b")]
    [InlineData("import", "a", "--fast", "yes")]
    [InlineData("export", "only-one")]
    [InlineData("standings", "no-contest")]
    [InlineData("standings", "a/b/c")]
    [InlineData("standings", "a/b", "--format", "xml")]
    [InlineData("standings", "a/b", "--format")]
    [InlineData("migrate", "now")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("verify", "demo-games")]
    [InlineData("verify", "marks", "demo-games")]
    public async Task AnyVerb_WrongUsage_ExitsTwoAndTouchesNothing(params string[] words)
    {
        var run = await RunAsync(words);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Output);
        Assert.NotEqual("", run.Problems);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("export", "nothing-here", "OUT")]
    [InlineData("standings", "nothing/here")]
    [InlineData("verify", "audit", "nothing-here")]
    [InlineData("verify", "results", "nothing-here")]
    [InlineData("import", "/nowhere")]
    [InlineData("restore", "/nowhere.zip")]
    public async Task AnyVerb_ThatCannot_ExitsOneWithASentence(params string[] words)
    {
        await RunAsync("migrate");

        var run = await RunAsync([.. words.Select(w => w == "OUT" ? At("out") : w)]);

        Assert.Equal(1, run.Code);
        Assert.EndsWith("\n", run.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritingVerbs_WhileAServerHoldsTheFile_RefuseAndReadingOnesWork()
    {
        await RunAsync("import", Demo);
        var backup = At("before.zip");
        await RunAsync("backup", backup);
        using var server = SqliteLock.Take(At("data/competitionhub.sqlite"));

        Assert.Equal(1, (await RunAsync("import", Demo)).Code);
        Assert.Equal(1, (await RunAsync("migrate")).Code);
        Assert.Equal(1, (await RunAsync("restore", backup)).Code);
        Assert.Contains("Stop the server first", (await RunAsync("import", Demo)).Problems, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("standings", "demo-games/welding")).Code);
        Assert.Equal(0, (await RunAsync("export", "demo-games", At("out"))).Code);
        Assert.Equal(0, (await RunAsync("backup", At("beside.zip"))).Code);
    }

    [Fact]
    public async Task BackupAndRestore_BringBackWhatWasThere()
    {
        await RunAsync("import", Demo);
        var before = await RunAsync("standings", "demo-games/electrician");
        var backup = At("games.zip");

        Assert.Equal(0, (await RunAsync("backup", backup)).Code);
        Assert.Equal(1, (await RunAsync("backup", backup)).Code);
        Directory.Delete(At("data"), recursive: true);
        Assert.Equal(1, (await RunAsync("standings", "demo-games/electrician")).Code);
        Assert.Equal(0, (await RunAsync("restore", backup)).Code);

        Assert.Equal(before.Output, (await RunAsync("standings", "demo-games/electrician")).Output);
    }

    [Fact]
    public async Task Help_InBothLanguages_NamesEveryVerb()
    {
        var english = await RunAsync("help");
        var chinese = await RunInAsync("zh", "help");

        Assert.All(
            ["import", "export", "standings", "migrate", "backup", "restore", "verify audit", "verify results", "--demo", "--live"],
            word => Assert.True(english.Output.Contains(word, StringComparison.Ordinal) && chinese.Output.Contains(word, StringComparison.Ordinal), word));
        Assert.NotEqual(english.Output, chinese.Output);
    }

    private string At(string path) => Path.Combine(folder, path);

    private Task<Run> RunAsync(params string[] words) => RunInAsync("en", words);

    private async Task<Run> RunInAsync(string language, params string[] words)
    {
        using var output = new MemoryStream();
        using var problems = new StringWriter { NewLine = "\n" };
        var settings = new[] { $"--Hub:Data={At("data")}", "--Hub:Postgres=" };
        var code = await CommandLine.RunAsync(words[0], [.. words[1..], .. settings], output, problems, language);
        return new(code, Encoding.UTF8.GetString(output.ToArray()), problems.ToString());
    }

    private static void CopyDemo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Demo, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Demo, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private sealed record Run(int Code, string Output, string Problems);
}
