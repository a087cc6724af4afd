using System.Text;
using CompetitionHub.Core.Competitions;

namespace CompetitionHub.Core.Tests.Competitions.Presets;

/// <summary>A file that is no preset is refused with the place that is wrong; whatever it holds, reading it does not throw.</summary>
public sealed class SchemePresetJsonTests
{
    private static readonly string Good = Encoding.UTF8.GetString(SchemePresetJson.Write(SchemePresets.Find("union-team-points")!));

    [Theory]
    [InlineData("", "Competitions.SchemeNotJson", null)]
    [InlineData("[]", "Competitions.SchemeWrongType", "")]
    [InlineData("{\"format\": 1", "Competitions.SchemeNotJson", null)]
    [InlineData("\"format\": 1|\"format\": 2", "Competitions.SchemeWrongType", "format")]
    [InlineData("\"key\": \"union-team-points\"|\"key\": \"Union\"", "Competitions.PresetBadKey", "key")]
    [InlineData("\"combine\": \"weighted\"|\"combine\": \"heaviest\"", "Competitions.SchemeWrongType", "scheme.stages[0].combine")]
    [InlineData("\"source\"|\"sauce\"", "Competitions.SchemeUnknownProperty", "sauce")]
    [InlineData("\"maximum\": 60|\"maximum\": \"60\"", "Competitions.SchemeWrongType", "scheme.stages[0].modules[1].forms[1].aspects[0].maximum")]
    [InlineData("\"maximum\": 60|\"maximum\": -60", "Competitions.SchemeMaximumNegative", "scheme.stages[0].modules[1].forms[1].aspects[0].maximum")]
    [InlineData("\"rest\": 1|\"rest\": 1, \"left\": 2", "Competitions.SchemeUnknownProperty", "team_ranking.points.left")]
    [InlineData("\"points\": {|\"contests\": [\"welding\"], \"points\": {", "Competitions.PresetTeamsNameContests", "team_ranking.contests")]
    [InlineData("Union games|Union\\ud800games", "Competitions.SchemeWrongType", "name.en")]
    public void Read_BadFile_NamesThePlace(string change, string code, string? field)
    {
        var text = change.Split('|') is [var from, var to] ? Good.Replace(from, to, StringComparison.Ordinal) : change;
        Assert.NotEqual(Good, text);

        var read = SchemePresetJson.Read(Encoding.UTF8.GetBytes(text));

        Assert.Contains((code, field), read.Errors.Select(error => (error.Code, error.Field)));
    }

    [Fact]
    public void Read_SeveralMistakes_NamesAll()
    {
        var text = Good.Replace("\"combine\": \"weighted\"", "\"combine\": 1", StringComparison.Ordinal).Replace("\"maximum\": 60", "\"most\": 60", StringComparison.Ordinal);

        Assert.Equal(2, SchemePresetJson.Read(Encoding.UTF8.GetBytes(text)).Errors.Count);
    }

    [Fact]
    public void Read_WithByteOrderMark_IsRead() => Assert.True(SchemePresetJson.Read(Encoding.UTF8.GetBytes("\uFEFF" + Good)).Succeeded);

    [Fact]
    public void Read_TooLarge_IsRefused() =>
        Assert.Equal("Competitions.PresetFileTooLarge", SchemePresetJson.Read(new byte[SchemePresetJson.MaximumBytes + 1]).Error.Code);

    [Fact]
    public void Read_ListsOfHundredsOfThousands_AreRefusedAtOnce()
    {
        // Each row is compared with those before it: half a million of them would keep the server busy for hours.
        var listed = string.Join(',', Enumerable.Range(0, 300_000));
        var text = Good.Replace("\"kind\": \"points\"", $"\"kind\": \"stepped\", \"points\": [{listed}]", StringComparison.Ordinal);
        Assert.NotEqual(Good, text);

        var read = SchemePresetJson.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal("Competitions.SchemeWrongType", read.Error.Code);
        Assert.EndsWith(".rule.points", read.Error.Field, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutOffOrScrambled_NeverThrows()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        var random = new Random(20260003);
        for (var i = 0; i < 2_000; i++)
        {
            var copy = bytes[..random.Next(1, bytes.Length)];
            for (var hits = random.Next(4); hits >= 0; hits--)
                copy[random.Next(copy.Length)] = (byte)random.Next(256);
            Assert.True(SchemePresetJson.Read(copy) is not null);
        }
    }
}
