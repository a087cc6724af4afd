using System.Text;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n=1", "'\n=1")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData("-", "'-")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠SUM", "'＠SUM")]
    [InlineData("-1", "-1")]
    [InlineData("-12.500000", "-12.500000")]
    [InlineData("-0.333333…", "-0.333333…")]
    [InlineData("88.5", "88.5")]
    [InlineData("张三 \"老张\"", "张三 \"\"老张\"\"")]
    public void Write_Cell_IsNeverAFormula(string cell, string written) =>
        Assert.Equal($"\uFEFF\"n\"\r\n\"{written}\"\r\n", Encoding.UTF8.GetString(CsvFile.Write(["n"], [[cell]])));
}
