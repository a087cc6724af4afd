using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CompetitionHub.TestKit;
using Microsoft.Data.Sqlite;

namespace CompetitionHub.BrowserTests;

/// <summary>
/// The real application as its own process, on a free port of this machine, with a scratch data folder. It can be killed like a machine that
/// loses power and started again on the same data and port.
/// </summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string[] arguments;
    private readonly List<string> output = [];
    private Process? process;

    private AppProcess(string folder, int port, string[] arguments)
    {
        Folder = folder;
        Address = new Uri($"http://127.0.0.1:{port}/");
        this.arguments = [$"--Hub:Data={folder}", $"--Hub:Port={port}", .. arguments];
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Its data folder; gone when disposed.</summary>
    public string Folder { get; }

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>A new data folder, so that it can be filled before the start.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("hub-app-").FullName;

    /// <summary>Starts the application and waits until it is ready.</summary>
    public static async Task<AppProcess> StartAsync(string? folder = null, params string[] arguments)
    {
        var app = new AppProcess(folder ?? NewFolder(), FreePort(), arguments);
        try
        {
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program where it is expected to end by itself: its exit code, what it printed and what it complained about.</summary>
    public static async Task<(int Code, string Output, string Problems)> RunToEndAsync(params string[] arguments)
    {
        using var process = Process.Start(Start(Path.GetTempPath(), arguments))!;
        var (output, problems) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, await output, await problems);
    }

    /// <summary>Starts it again after <see cref="KillAsync"/>, on the same port and data.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(Start(Folder, arguments))!;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilReadyAsync();
    }

    /// <summary>kill -9: nothing is flushed, nobody is told.</summary>
    public async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        process = null;
    }

    /// <summary>What the database holds, read beside the running server.</summary>
    public T? Scalar<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "competitionhub.sqlite")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Dapper.SqlMapper.ExecuteScalar<T>(connection, sql);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static ProcessStartInfo Start(string folder, string[] arguments) => new("dotnet", [Program(), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
        Environment = { ["DOTNET_ENVIRONMENT"] = "Production" },
    };

    private async Task UntilReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        var started = Stopwatch.StartNew();
        while (started.Elapsed < Patience)
        {
            if (process!.HasExited)
            {
                throw new InvalidOperationException($"The application ended with code {process.ExitCode}:\n{Output}");
            }

            try
            {
                using var response = await client.GetAsync("/health/ready");
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet, or busy with its first answers.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The application was not ready after {Patience}:\n{Output}");
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.Add(line);
            }
        }
    }

    /// <summary>The program that was built with these tests: same configuration, same framework.</summary>
    private static string Program()
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var program = Path.Combine(Needs.Repository(), "src", "CompetitionHub.Web", "bin", built.Parent!.Name, built.Name, "CompetitionHub.Web.dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"There is no {program}; build the solution first.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
