using CompetitionHub.Core.Data;
using CompetitionHub.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CompetitionHub.Web.Tests.Hosting;

public sealed class DatabaseRefusalsTests
{
    [Fact]
    public async Task Busy_Is503AndSaysWhenToComeBack()
    {
        var response = await AnswerAsync(new DatabaseBusyException("full") { RetryAfter = TimeSpan.FromSeconds(1.5) });

        Assert.Equal((503, "2"), (response.StatusCode, response.Headers.RetryAfter.ToString()));
    }

    [Fact]
    public async Task UnstorableText_Is400() => Assert.Equal(400, (await AnswerAsync(new UnstorableTextException())).StatusCode);

    [Fact]
    public async Task RacedKey_Is409() =>
        Assert.Equal(409, (await AnswerAsync(new UniqueViolationException("entries", new InvalidOperationException()))).StatusCode);

    [Fact]
    public async Task Bug_StaysAnException() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => AnswerAsync(new InvalidOperationException()));

    private static async Task<HttpResponse> AnswerAsync(Exception exception)
    {
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseDatabaseRefusals();
        app.Run(_ => throw exception);
        var context = new DefaultHttpContext();
        await app.Build()(context);
        return context.Response;
    }
}
