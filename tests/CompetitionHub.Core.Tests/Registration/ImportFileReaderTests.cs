using System.IO.Compression;
using System.Text;
using CompetitionHub.Core.Registration;
using CompetitionHub.Core.Shared;
using static CompetitionHub.Core.Tests.Registration.ImportFiles;

namespace CompetitionHub.Core.Tests.Registration;

public sealed class ImportFileReaderTests
{
    private const string Csv = "赛项,代表队,姓名或队名,英文名,队员,参赛编号\r\n焊工,市一建,欧阳娜娜,,,A01\r\n\r\n焊工,\"市\n二建\",王伟,,,\r\n";

    private static readonly string Strings =
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>" + new string('a', 80 * 1024 * 1024) + "</t></si></sst>";

    static ImportFileReaderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "gb18030", "utf-16", "utf-16BE"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task ReadAsync_AnyUsualEncoding_ReadsChineseAndLineNumbers(string name)
    {
        var encoding = name == "utf-8-bom" ? new UTF8Encoding(true) : name == "utf-8" ? new UTF8Encoding(false) : Encoding.GetEncoding(name);

        var file = (await ReadAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Csv)])).Value;

        Assert.Equal([2, 4], file.Rows.Select(r => r.Number));
        Assert.Equal("欧阳娜娜", file.Rows[0][ImportColumn.Name]);
        Assert.Equal("A01", file.Rows[0][ImportColumn.Code]);
        Assert.Equal("", file.Rows[1][ImportColumn.Code]);
    }

    [Theory]
    [InlineData("Name;Code\nLi;7\n")]
    [InlineData("Name\tCode\nLi\t7\n")]
    [InlineData("\uFEFFname , CODE \nLi,7")]
    [InlineData("选手姓名,编号\nLi,7")]
    public async Task ReadAsync_OtherSeparatorsAndHeadings_AreUnderstood(string text)
    {
        var row = Assert.Single((await ReadAsync(text)).Value.Rows);
        Assert.Equal("Li", row[ImportColumn.Name]);
        Assert.Equal("7", row[ImportColumn.Code]);
    }

    [Theory]
    [InlineData("", "Registration.FileEmpty")]
    [InlineData("Name\n", "Registration.FileEmpty")]
    [InlineData("Name,Shoe size\nLi,7", "Registration.HeadingsUnknown")]
    [InlineData("Contest,Code\nx,7", "Registration.HeadingsMissing")]
    [InlineData("Name,姓名\nLi,Li", "Registration.HeadingTwice")]
    [InlineData("Name\n\"Li", "Common.FileBrokenAt")]
    [InlineData("Name\nL\"i\"\n", "Common.FileBrokenAt")]
    public async Task ReadAsync_WrongTable_IsRefusedWithItsReason(string text, string code) =>
        Assert.Equal(code, (await ReadAsync(text)).Error.Code);

    [Fact]
    public async Task ReadAsync_Template_ComesBackAsWritten()
    {
        var sheet = Row(1, "赛项", "代表队", "姓名或队名") + Row(2, "焊工", "市一建", "张三<>&") + "<row r=\"5\"><c r=\"C5\"><v>42</v></c></row>";

        var file = (await ReadAsync(Xlsx(sheet), "C:\\lists\\名单.xlsx")).Value;

        Assert.Equal("名单.xlsx", file.Name);
        Assert.Equal([2, 5], file.Rows.Select(r => r.Number));
        Assert.Equal("张三<>&", file.Rows[0][ImportColumn.Name]);
        Assert.Equal("42", file.Rows[1][ImportColumn.Name]);
    }

    [Fact]
    public async Task ReadAsync_FormulaInXlsx_CountsAsItsStoredValue()
    {
        var sheet = Row(1, "Name") + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x\",\"Li\")</f><v>Li</v></c></row>";

        Assert.Equal("Li", Assert.Single((await ReadAsync(Xlsx(sheet))).Value.Rows)[ImportColumn.Name]);
    }

    [Fact]
    public async Task ReadAsync_TooLarge_IsRefusedWithoutReadingOn()
    {
        var stream = new EndlessStream();

        var result = await ImportFileReader.ReadAsync("big.csv", stream);

        Assert.Equal("Common.FileTooLarge", result.Error.Code);
        Assert.InRange(stream.Given, TableFile.MaximumBytes, TableFile.MaximumBytes + 200_000);
    }

    [Fact]
    public async Task ReadAsync_HundredThousandRows_IsRefusedPolitely()
    {
        var text = "Name\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"选手{i}\n"));

        var error = (await ReadAsync(text)).Error;

        Assert.Equal("Registration.TooManyRows", error.Code);
        Assert.Equal(ImportFileReader.MaximumRows, error.Args[0]);
    }

    [Fact]
    public async Task ReadAsync_ZipBomb_IsRefusedBeforeUnpacking()
    {
        var bomb = Xlsx(Row(1, "Name"), sharedStrings: Strings);
        Assert.InRange(bomb.Length, 1, 1_000_000);

        Assert.Equal("Common.FileTooLarge", (await ReadAsync(bomb)).Error.Code);
    }

    [Fact]
    public async Task ReadAsync_ZipBombThatLiesAboutItsSize_IsNotUnpacked()
    {
        var bomb = Xlsx(Row(1, "Name") + Row(2, "Li"), sharedStrings: Strings);
        Lie(bomb, Strings.Length, 100);

        var before = GC.GetAllocatedBytesForCurrentThread();
        await ReadAsync(bomb);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    [Fact]
    public async Task ReadAsync_MillionEmptyFormattedRows_EndsSoon()
    {
        var sheet = Row(1, "Name") + Row(2, "Li") + string.Concat(Enumerable.Range(3, 200_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"/></row>"));

        Assert.Single((await ReadAsync(Xlsx(sheet))).Value.Rows);
    }

    [Fact]
    public async Task ReadAsync_CellFarRightOfAnySheet_IsRefusedWithoutMakingRowsThatWide()
    {
        var wide = Xlsx(Row(1, "Name") + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = (await ReadAsync(wide)).Error;

        Assert.Equal("Common.FileBroken", error.Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13] },
        { "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "half", Xlsx(Row(1, "Name") + Row(2, "Li"))[..700] },
        { "zip", [0x50, 0x4B, 0x03, 0x04] },
        { "not a workbook", Zip("word/document.xml", "<x/>") },
        { "broken sheet", Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>999</v></c></row><row") },
        { "doctype", Xlsx(Row(1, "Name") + Row(2, "&e;")) },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task ReadAsync_BrokenFile_IsRefusedNotThrown(string what, byte[] bytes)
    {
        var result = await ReadAsync(bytes);

        Assert.False(result.Succeeded && what != "doctype");
        Assert.All(result.Errors, e => Assert.Matches("^(Registration|Common)\\.File", e.Code));
    }

    [Fact]
    public async Task ReadAsync_RandomDamage_NeverThrows()
    {
        var random = new Random(7);
        var good = Xlsx(Row(1, "Name", "Code") + Row(2, "Li", "A1"));
        for (var run = 0; run < 300; run++)
        {
            var bytes = (byte[])good.Clone();
            for (var i = 0; i < 1 + run % 8; i++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }
            await ReadAsync(bytes);
        }
    }

    private static byte[] Zip(string name, string text)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, name, text);
        }
        return buffer.ToArray();
    }

    // Every place where the archive states the unpacked size.
    private static void Lie(byte[] zip, int truth, int lie)
    {
        var (from, to) = (BitConverter.GetBytes(truth), BitConverter.GetBytes(lie));
        var found = 0;
        for (var i = 0; i + 4 <= zip.Length; i++)
        {
            if (zip.AsSpan(i, 4).SequenceEqual(from))
            {
                to.CopyTo(zip, i);
                found++;
            }
        }
        Assert.True(found > 0);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
