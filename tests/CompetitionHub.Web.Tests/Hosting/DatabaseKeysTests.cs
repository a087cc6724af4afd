using System.Xml.Linq;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Core.Data;
using CompetitionHub.TestKit.Databases;
using CompetitionHub.Web.Hosting;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed class DatabaseKeysTests
{
    [Theory, EachDatabase]
    public async Task FirstKey_TwoNodesMakeOneEach_BothUseTheSame(DatabaseKind kind)
    {
        await using var db = await TestDatabase.CreateAsync(kind);
        DatabaseKeys one = new(new KeyStore(db.Database, db.Time)), other = new(new KeyStore(db.Database, db.Time));
        Assert.Empty(one.GetAllElements());
        Assert.Empty(other.GetAllElements());

        one.StoreElement(new XElement("one"), "key-one");
        other.StoreElement(new XElement("other"), "key-other");

        Assert.Equal(["one"], Names(one));
        Assert.Equal(["one"], Names(other));
        db.Time.Advance(TimeSpan.FromDays(88));
        other.StoreElement(new XElement("next"), "key-next");
        Assert.Equal(["one", "next"], Names(one));
    }

    private static IEnumerable<string> Names(DatabaseKeys keys) => keys.GetAllElements().Select(element => element.Name.LocalName);
}
