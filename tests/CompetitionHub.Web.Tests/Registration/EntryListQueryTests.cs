using CompetitionHub.Core.Registration;
using CompetitionHub.Web.Features.Registration;
using Microsoft.AspNetCore.Http;

namespace CompetitionHub.Web.Tests.Registration;

public sealed class EntryListQueryTests
{
    [Fact]
    public void ToQuery_OfWhatWasRead_IsTheSame()
    {
        var read = EntryListQuery.Read(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>
        {
            ["q"] = "张 & 李",
            ["sort"] = "-name",
            ["status"] = "absent",
        }));
        Assert.Equal("?q=%E5%BC%A0%20%26%20%E6%9D%8E&status=absent&sort=-name", read.ToQuery());
        Assert.True(read.IsFiltered);
        var filter = read.ToFilter([], []);
        Assert.Equal((EntrySort.Name, true, EntryStatus.Absent), (filter.Sort, filter.Descending, filter.Status));
    }

    [Theory]
    [InlineData(null, "-contest", "contest")]
    [InlineData("name", "-name", "name")]
    [InlineData("-name", "name", "name")]
    [InlineData("nonsense", "name", "name")]
    public void SortAfter_APressOnAHead_TurnsItOrBeginsUpwards(string? sort, string expected, string pressed)
    {
        var query = new EntryListQuery(null, null, null, null, sort);
        var column = pressed == "contest" ? EntrySort.Contest : EntrySort.Name;
        Assert.Equal(expected, query.SortAfter(column));
    }

    [Fact]
    public void ToFilter_WithAnUnknownContestOrDelegation_FitsNothing()
    {
        var filter = new EntryListQuery(null, "gone", "GONE", null, null).ToFilter([], []);
        Assert.Equal(("", ""), (filter.ContestId, filter.DelegationId));
    }
}
