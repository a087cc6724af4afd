using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.TestKit.Builders;
using static CompetitionHub.TestKit.Builders.Schemes;

namespace CompetitionHub.Core.Tests.Competitions;

public sealed class ChangedPartsTests
{
    private static readonly Aspect First = Aspect("A1", new DirectPoints(), "60");
    private static readonly Aspect Second = Aspect("A2", new DirectPoints(), "40");
    private static readonly MarkingForm Form1 = Form("f1", 2, First, Second);
    private static readonly MarkingScheme Before = Schemes.Scheme(Module("m", Form1));

    private static MarkingScheme With(Module module) => Schemes.Scheme(module) with { FullMark = Before.FullMark };

    public static TheoryData<string, MarkingScheme> Changes => new()
    {
        { "", Before },
        { "aspect/A2", With(Module("m", Form1 with { Aspects = [First, Second with { Maximum = Points("50") }] })) },
        { "aspect/A3", With(Module("m", Form1 with { Aspects = [First, Second, Aspect("A3", new DirectPoints(), "5")] })) },
        { "aspect/A1", With(Module("m", Form1 with { Aspects = [Second] })) },
        { "form/f1", With(Module("m", Form1 with { Judges = 3 })) },
        { "form/f2", With(Module("m", Form1, Form("f2", 1, Aspect("B1", new DirectPoints(), "5")))) },
        { "module/m form/f1 aspect/A1", With(Module("m", Form1 with { Judges = 1, Aspects = [First with { Factor = Points("2") }, Second] }) with { Weight = Points("0.5") }) },
        { "tie_breaks", Before with { TieBreaks = [new LotTieBreak(null)] } },
        { "full_mark awards", Before with { FullMark = null, Awards = [new() { Key = "g", Name = Name("g"), Awards = [] }] } },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Of_TwoVersions_NamesWhatDiffers(string parts, MarkingScheme after) => Assert.Equal(parts, string.Join(' ', ChangedParts.Of(Before, after)));
}
