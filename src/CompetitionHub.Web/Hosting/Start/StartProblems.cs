using System.Net.Sockets;
using CompetitionHub.Core.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CompetitionHub.Web.Hosting;

/// <summary>What keeps a server from starting and is the operator's to solve: sentences instead of a stack trace.</summary>
public static class StartProblems
{
    /// <summary>The sentences, or null for a fault of the program itself.</summary>
    public static IReadOnlyList<string>? Explain(Exception problem) => problem switch
    {
        OptionsValidationException settings => [.. settings.Failures],
        DatabaseInUseException or DatabaseStateException => [problem.Message],
        IOException { InnerException: AddressInUseException } =>
            [$"{problem.Message.TrimEnd('.')}. Another program, or another run of this one, listens there: end it, or choose another port with Hub:Port."],
        SocketException => [$"The server cannot listen where it should: {problem.Message.TrimEnd('.')}. Choose an address of this machine and a port that this user may open, with Hub:Port or --urls."],
        _ => null,
    };
}
