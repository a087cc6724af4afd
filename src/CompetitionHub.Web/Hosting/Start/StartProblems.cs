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
        System.Data.Common.DbException or System.Net.Sockets.SocketException => [$"The database cannot be used: {problem.Message} See Hub:Postgres."],
        IOException { InnerException: AddressInUseException } => [$"{problem.Message} Another program (or another run of this one) listens there; end it, or choose another Hub:Port."],
        System.Security.Cryptography.CryptographicException => [$"The certificate cannot be used: {problem.Message} See Hub:Certificate, Hub:CertificateKey and Hub:CertificatePassword."],
        _ => null,
    };
}
