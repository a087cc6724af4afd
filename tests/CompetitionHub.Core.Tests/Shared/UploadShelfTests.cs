using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit;

namespace CompetitionHub.Core.Tests.Shared;

public sealed class UploadShelfTests
{
    [Fact]
    public void Find_OtherAccountOtherPlaceOrTooLate_IsGone()
    {
        var time = new FakeTime();
        var shelf = new UploadShelf<string>(time);
        var id = shelf.Keep("a", "c", "file");

        Assert.Equal("file", shelf.Find(id, "a", "c")!.Value);
        Assert.Null(shelf.Find(id, "b", "c"));
        Assert.Null(shelf.Find(id, "a", "d"));
        time.Advance(TimeSpan.FromMinutes(31));
        Assert.Null(shelf.Find(id, "a", "c"));
    }

    [Fact]
    public void Keep_Refusal_IsKeptToo()
    {
        var shelf = new UploadShelf<string>(new FakeTime());
        var id = shelf.Keep("a", "c", new Error(ErrorKind.Invalid, "Common.ScoreEmpty"));

        Assert.Equal("Common.ScoreEmpty", shelf.Find(id, "a", "c")!.Error.Code);
    }

    [Fact]
    public void Keep_MoreThanFit_DropsTheOldest()
    {
        var shelf = new UploadShelf<string>(new FakeTime());
        var first = shelf.Keep("a", "c", "first");
        var rest = Enumerable.Range(0, 20).Select(_ => shelf.Keep("a", "c", "rest")).ToList();

        Assert.Null(shelf.Find(first, "a", "c"));
        Assert.All(rest, id => Assert.NotNull(shelf.Find(id, "a", "c")));
        shelf.Drop(rest[0]);
        Assert.Null(shelf.Find(rest[0], "a", "c"));
    }
}
