using System.Net.Sockets;
using System.Text;

namespace CompetitionHub.Web.Tests.Live;

/// <summary>A viewer that reads the bytes of an event stream as they come over the wire.</summary>
internal sealed class EventSocket : IAsyncDisposable
{
    private readonly TcpClient client = new();
    private readonly StringBuilder received = new();

    public string Received => received.ToString();

    public static async Task<EventSocket> OpenAsync(Uri address, string path, params string[] headers)
    {
        var socket = new EventSocket();
        await socket.client.ConnectAsync(address.Host, address.Port);
        var request = $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/event-stream\r\nAccept-Language: zh-CN\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";
        await socket.client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return socket;
    }

    /// <summary>Reads until a text has come; gives everything since the last call.</summary>
    public async Task<string> ReadUntilAsync(string text, int from = 0)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[64 * 1024];
        while (received.ToString().IndexOf(text, from, StringComparison.Ordinal) < 0)
        {
            var read = await client.GetStream().ReadAsync(buffer, patience.Token);
            Assert.True(read > 0, "The stream ended: " + received);
            received.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return received.ToString()[from..];
    }

    /// <summary>True when nothing comes for a while.</summary>
    public async Task<bool> IsQuietAsync(TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        try
        {
            var buffer = new byte[1024];
            received.Append(Encoding.UTF8.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, patience.Token)));
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
