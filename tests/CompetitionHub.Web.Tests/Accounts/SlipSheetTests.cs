using Bunit;
using CompetitionHub.Core.Accounts;
using CompetitionHub.Web.Features.Accounts;
using CompetitionHub.Web.Hosting;
using CompetitionHub.Web.Tests.Components;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Tests.Accounts;

/// <summary>Slips that nobody can use are not handed out unnoticed. Here the page is open at a loopback address.</summary>
public sealed class SlipSheetTests : ComponentTest
{
    [Theory]
    [InlineData("", 1, "http://localhost/sign-in")]
    [InlineData("https://hub.example.org/", 0, "https://hub.example.org/sign-in")]
    public void Sheet_WithAnAddressForThisMachineOnly_Warns(string address, int warnings, string printed)
    {
        Services.AddSingleton<IServer, NoServer>();
        Services.AddSingleton(Options.Create(new HubOptions { PublicAddress = address }));

        var sheet = Render<SlipSheet>(p => p.Add(s => s.Slips, [new SignInSlip("1", "j0001", "张伟", "word-word")]));

        Assert.Equal(warnings, sheet.FindAll(".note.bad").Count);
        Assert.Equal(printed, sheet.Find("dd").TextContent);
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
