using System.IO.Compression;
using System.Text;
using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Tests.Registration;
using CompetitionHub.TestKit.Builders;
using static CompetitionHub.Core.Tests.Competitions.Spreadsheet.Sheets;

namespace CompetitionHub.Core.Tests.Competitions.Spreadsheet;

/// <summary>Tables as people fill them in: what is meant is taken, everything else is refused with its row and column, all at once.</summary>
public sealed class BadTableTests
{
    private const string Headings = "module.key¦module.name.zh¦module.weight¦form.key¦form.name.zh¦form.judges¦aspect.key¦aspect.name.zh¦aspect.rule¦aspect.maximum¦aspect.settings";

    private static readonly MarkingScheme Present = PresetSchemes.Plain;

    public static TheoryData<string, string, string> Cells => new()
    {
        // row 2, the column, the error
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦9,5¦", "aspect.maximum", "Common.ScoreComma" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦ten¦", "aspect.maximum", "Common.ScoreNotANumber" },
        { "A¦甲¦¦A1¦表¦2.5¦a¦点¦points¦10¦", "form.judges", "SchemeWholeOutOfRange" },
        { "A¦甲¦x¦A1¦表¦1¦a¦点¦points¦10¦", "module.weight", "Common.ScoreNotANumber" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦ponits¦10¦", "aspect.rule", "SheetWordUnknown" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦¦10¦", "aspect.rule", "SheetKindMissing" },
        { "A¦甲¦¦A1¦表¦1¦a¦¦points¦10¦", "aspect.name.zh", "SchemeNameMissing" },
        { "A¦甲¦¦A1¦表¦1¦a b¦点¦points¦10¦", "aspect.key", "SchemeBadKey" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦-10¦", "aspect.maximum", "SchemeMaximumNegative" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦deduction_per_fault¦10¦", "aspect.settings", "SheetSettingMissing" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦deduction_per_fault¦10¦per_fault=x", "aspect.settings", "Common.ScoreNotANumber" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦deduction_per_fault¦10¦per_fault=1; per_fault=2", "aspect.settings", "SheetSettingTwice" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦deduction_per_fault¦10¦per_falt=1; per_fault=1", "aspect.settings", "SheetSettingUnknown" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦10¦one by one", "aspect.settings", "SheetNotNotation" },
        { "A¦甲¦¦A1¦表¦5¦a¦点¦panel_score¦10¦panel=trimmed_mean(drop_high=1", "aspect.settings", "SheetUnpaired" },
        { "A¦甲¦¦A1¦表¦5¦a¦点¦panel_score¦10¦panel=trimmed_man(drop_high=1)", "aspect.settings", "SheetWordUnknown" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦panel_score¦10¦panel=trimmed_mean(drop_high=1)", "aspect.settings", "SchemeTooFewJudgesToTrim" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦10¦role=bonus; factor=0", "aspect.settings", "SchemeNotPositive" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦10¦role=extra", "aspect.settings", "SheetWordUnknown" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦tolerance_bands¦¦bands=[from=1, to=2 | points=3]", "aspect.settings", "SheetSettingMissing" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦tolerance_bands¦¦outside=0", "aspect.settings", "SchemeTableEmpty" },
        { "¦¦¦A1¦表¦1¦a¦点¦points¦10¦", "module.key", "SheetPartMissing" },
        { "A¦甲¦¦¦¦¦a¦点¦points¦10¦", "form.key", "SheetPartMissing" },
        { "A¦甲¦¦A1¦表¦1¦a¦点¦points¦…¦", "aspect.maximum", "SheetNothingToKeep" },
    };

    [Theory, MemberData(nameof(Cells))]
    public async Task Cell_ThatIsWrong_IsNamedByRowAndColumn(string row, string column, string code) =>
        Assert.Contains((2, column, code), Wrong(await ReadAsync(Present, Headings, row)));

    [Fact]
    public async Task SeveralMistakes_AreAllNamed_OneForEachCell()
    {
        var preview = await ReadAsync(
            Present, Headings,
            "A¦甲¦0.3¦A1¦表¦1¦a¦点¦points¦ten¦",
            "A¦¦0.4¦A1¦¦¦a¦又¦points¦10¦",
            "B¦乙¦¦A1¦表¦1¦c¦点¦what¦10¦x=y");

        Assert.Equal(
            [
                (2, "aspect.maximum", "Common.ScoreNotANumber"), (3, "module.weight", "SheetPartDiffers"), (3, "aspect.key", "SchemeDuplicateKey"),
                (4, "aspect.rule", "SheetWordUnknown"), (4, "form.key", "SchemeDuplicateKey"),
            ],
            Wrong(preview));
        Assert.False(preview.IsClean);
    }

    [Theory]
    [InlineData("aspect.key¦aspect.name.zh", "SheetHeadingMissing", 3)]
    [InlineData("module.key¦form.key¦aspect.rule¦colour", "SheetHeadingUnknown", 1)]
    [InlineData("module.key¦form.key¦aspect.rule¦module.key", "SheetHeadingTwice", 1)]
    public async Task Headings_ThatDoNotFit_AreNamed(string headings, string code, int times)
    {
        var preview = await ReadAsync(Present, headings, "A¦A1¦points¦x");

        Assert.Equal(times, Wrong(preview).Count(wrong => wrong is { Row: 1 } && wrong.Code == code));
        Assert.False(preview.IsClean);
    }

    [Fact]
    public async Task Text_UnderNoHeading_IsRefused() =>
        Assert.Contains((2, "", "SheetColumnWithoutHeading"), Wrong(await ReadAsync(Present, Headings, "A¦甲¦¦A1¦表¦1¦a¦点¦points¦10¦¦note to self")));

    [Fact]
    public async Task WhatIsMeant_IsTaken()
    {
        // Full-width digits and signs, blanks at the ends, keys as in the row above, rules without underscores, a key that has to be made.
        var preview = await ReadAsync(
            Present, " MODULE.KEY ¦module.name.zh¦form.key¦form.name.zh¦form.judges¦aspect.key¦aspect.name.zh¦aspect.rule¦aspect.maximum¦aspect.settings",
            "Ａ　¦甲 ¦Ａ１¦表¦５¦Ａ１-１¦ 点 ¦Panel Score¦１０．５¦panel＝trimmed_mean（drop_high＝１，drop_low=2）； minimum judges=３；",
            "¦¦¦¦¦¦点二¦Deduction_Per_Fault¦10¦per fault=1\nrole=bonus");

        Assert.Empty(Wrong(preview));
        var form = preview.Scheme.FindForm("A1")!;
        Assert.Equal(5, form.Judges);
        Assert.Equal(["A1-1", "A1-2"], form.Aspects.Select(aspect => aspect.Key));
        Assert.Equal(new PanelScore(new TrimmedMean(1, 2)) { MinimumJudges = 3 }, form.Aspects[0].Rule);
        // The present scheme has this aspect: its English name has no column here and stays.
        Assert.Equal((new LocalText("点", "Overall"), new Score(10_500_000)), (form.Aspects[0].Name, form.Aspects[0].Maximum));
        Assert.Equal(AspectRole.Bonus, form.Aspects[1].Role);
    }

    [Fact]
    public async Task Columns_ThatAreNotThere_KeepWhatThePresentSchemeSays()
    {
        var present = PresetSchemes.TheoryAndPractice;
        var preview = await ReadAsync(
            present, "module.key¦form.key¦aspect.key¦aspect.rule¦aspect.maximum",
            "A¦A1¦A1-1¦imported¦100", "B¦B1¦B1-1¦panel_score¦25", "B¦B1¦B1-2¦panel_score¦15", "B¦B2¦B2-1¦points¦40", "B¦B2¦B2-3¦binary¦20");

        Assert.Empty(Wrong(preview));
        Assert.Equal(present.AllModules().Select(module => (module.Key, module.Name, module.Weight)), preview.Scheme.AllModules().Select(module => (module.Key, module.Name, module.Weight)));
        Assert.Equal(new Score(500_000), preview.Scheme.FindAspect("B1-1")!.Step);
        Assert.Contains("module.weight", preview.Kept);
        Assert.Contains("awards", preview.Kept);
        Assert.Equal(
            [(PartChange.Changed, "B1-1"), (PartChange.Changed, "B1-2"), (PartChange.Changed, "B2-3"), (PartChange.Removed, "B2-2")],
            preview.Changes.Select(change => (change.Change, change.Key)));
        Assert.Contains(new ChangedSetting("aspect.maximum", "20", "25"), preview.Changes[0].Settings);
    }

    [Fact]
    public async Task Merged_KeysAreTaken_AspectsAreRefused()
    {
        static string Row(int number, params string[] cells) => ImportFiles.Row(number, cells);
        var rows = Row(1, "module.key", "module.name.zh", "form.key", "form.name.zh", "aspect.key", "aspect.name.zh", "aspect.rule", "aspect.maximum")
            + Row(2, "A", "甲", "A1", "表", "a", "点", "points", "10") + Row(3, "", "", "", "", "b", "点", "points", "10");

        Assert.Empty(Wrong(await ReadAsync(Xlsx(rows, "A2:A3", "C2:C3"), Present)));
        Assert.Equal([(2, "aspect.maximum", "SheetMerged")], Wrong(await ReadAsync(Xlsx(rows, "H2:H3"), Present)).Take(1));
        Assert.Equal([(3, "aspect.key", "SheetMerged")], Wrong(await ReadAsync(Xlsx(rows, "E3:F3"), Present)));
    }

    [Fact]
    public async Task Formula_WithAValueIsTaken_WithoutIsRefused()
    {
        var rows = ImportFiles.Row(1, "module.key", "module.name.zh", "form.key", "form.name.zh", "aspect.key", "aspect.name.zh", "aspect.rule", "aspect.maximum")
            + "<row r=\"2\">" + string.Concat(new[] { "A", "甲", "A1", "表", "a", "点", "points" }.Select((c, i) => $"<c r=\"{(char)('A' + i)}2\" t=\"inlineStr\"><is><t>{c}</t></is></c>"));

        var good = await ReadAsync(Xlsx(rows + "<c r=\"H2\"><f>4*0.1+0.2+0.1</f><v>0.70000000000000007</v></c></row>"), Present);
        var bad = await ReadAsync(Xlsx(rows + "<c r=\"H2\"><f>SUM(1,2)</f></c></row>"), Present);

        Assert.Equal(new Score(700_000), good.Scheme.FindAspect("a")!.Maximum);
        Assert.Contains((2, "aspect.maximum", "SheetUncalculated"), Wrong(bad));
    }

    [Fact]
    public async Task Number_SmallerThanAnExponent_IsRead()
    {
        var rows = ImportFiles.Row(1, "module.key", "module.name.zh", "form.key", "form.name.zh", "aspect.key", "aspect.name.zh", "aspect.rule", "aspect.maximum")
            + "<row r=\"2\">" + string.Concat(new[] { "A", "甲", "A1", "表", "a", "点", "points" }.Select((c, i) => $"<c r=\"{(char)('A' + i)}2\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))
            + "<c r=\"H2\"><v>1E-6</v></c></row>";

        Assert.Equal(new Score(1), (await ReadAsync(Xlsx(rows), Present)).Scheme.FindAspect("a")!.Maximum);
    }

    [Fact]
    public async Task Whole_ThatIsWrong_IsNamedByItsRow()
    {
        var parts = new WrittenSheet("Sheet.Name", [Headings.Split('¦'), .. SchemeSheet.Rows(Present, Words[0]).Select(_ => (IReadOnlyList<string>)["A", "甲", "", "A1", "表", "1", "A1-1", "点", "points", "100", ""])], [10]);
        var whole = new WrittenSheet(
            "Sheet.Whole",
            [["Sheet.Whole.Setting", "v"], ["full_mark", "-1"], ["ranks", "sometimes"], ["colour", "red"], ["ranks", "dense"], ["tie_breaks", "[module(key=Z)]"], ["scale", "(spread=0)"], ["awards", "…"]], [10]);

        var preview = await ReadAsync(TableWriter.Xlsx(parts, whole, new("Mine", [["x"]], [9])), Present);

        Assert.Equal(
            [
                (2, "full_mark", "SchemeNotPositive"), (3, "ranks", "SheetWordUnknown"), (4, "colour", "SheetSettingUnknown"), (5, "ranks", "SheetSettingTwice"),
                (6, "tie_breaks", "SchemeTieBreakUnknown"), (7, "scale", "SheetSettingMissing"), (7, "scale", "SheetSettingMissing"),
            ],
            Wrong(preview).Order());
        Assert.Equal(["Mine"], preview.Ignored);
    }

    [Fact]
    public async Task Empty_TooManyRowsAndNoTable_AreRefused()
    {
        async Task<string> CodeAsync(byte[] bytes) => (await SchemeSheetFile.ReadAsync("x.csv", new MemoryStream(bytes), Words)).Error.Code;

        Assert.Equal("Competitions.SheetEmpty", await CodeAsync(Encoding.UTF8.GetBytes(Headings)));
        Assert.Equal("Competitions.SheetEmpty", await CodeAsync([]));
        Assert.Equal("Competitions.SheetTooManyRows", await CodeAsync(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("A,B", 2_005)))));
        Assert.Equal("Common.FileKindUnknown", await CodeAsync([1, 0, 2]));
        Assert.Equal("Common.FileBroken", await CodeAsync([0x50, 0x4B, 3, 4, 9, 9, 9]));
    }

    [Fact]
    public async Task Template_AsItComes_HasNothingToRefuse()
    {
        var preview = await ReadAsync(SchemeSheet.Template(Words[0]), Present);

        Assert.Empty(Wrong(preview));
        Assert.Equal(AspectRuleWords.All.Order(), preview.Scheme.AllAspects().Select(aspect => aspect.Rule.Word).Distinct().Order());
        Assert.Equal(SchemeSheet.Whole.Select(setting => setting.Name), preview.Kept);
    }

    [Fact]
    public async Task ScrambledCells_NeverThrow()
    {
        var random = new Random(20260004);
        var signs = "=;,|()[]\"…/ \n“”（）＝；a1-点";
        for (var seed = 1; seed <= 150; seed++)
        {
            var scheme = RandomContest.Of(seed).Scheme;
            var rows = SchemeSheet.Rows(scheme, Words[0]).Select(row => row.Select(cell => random.Next(4) > 0 || cell.Length == 0 ? cell : Scramble(cell)).ToList()).ToList();
            var bytes = TableWriter.Csv([[.. SchemeColumn.All.Select(column => column.Id)], .. rows]);
            Assert.NotNull((await ReadAsync(bytes, Present, "x.csv")).Scheme);
        }

        string Scramble(string cell)
        {
            var at = random.Next(cell.Length);
            return cell[..at] + signs[random.Next(signs.Length)] + cell[(at + random.Next(2))..];
        }
    }

    private static byte[] Xlsx(string rows, params string[] merged)
    {
        var bytes = ImportFiles.Xlsx(rows);
        if (merged.Length == 0)
            return bytes;
        using var buffer = new MemoryStream();
        buffer.Write(bytes);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (var reader = new StreamReader(part.Open()))
                text = reader.ReadToEnd();
            part.Delete();
            ImportFiles.Part(zip, "xl/worksheets/sheet1.xml", text.Replace("</sheetData>", $"</sheetData><mergeCells>{string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>", StringComparison.Ordinal));
        }
        return buffer.ToArray();
    }
}
