using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CompetitionHub.Benchmarks.Load;

/// <summary>Thousands of open event streams, each of which notes when an event with an id arrives.</summary>
internal sealed class Viewers : IDisposable
{
    private const int Buffer = 16 * 1024;
    private readonly Socket[] sockets;
    private readonly long[] arrivals;
    private int arrived;
    private long received;

    private Viewers(int count) => (sockets, arrivals) = (new Socket[count], new long[count]);

    public int Count => sockets.Length;

    /// <summary>Bytes that arrived since the last round began.</summary>
    public long Received => Interlocked.Read(ref received);

    public static async Task<Viewers> ConnectAsync(int count, int port, string path)
    {
        var viewers = new Viewers(count);
        var request = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/event-stream\r\nAccept-Language: zh-CN\r\n\r\n"));
        for (var i = 0; i < count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            viewers.sockets[i] = socket;
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await socket.SendAsync(request);
            _ = viewers.WatchAsync(i);
        }

        return viewers;
    }

    /// <summary>Forgets what arrived.</summary>
    public void Begin()
    {
        Array.Clear(arrivals);
        Interlocked.Exchange(ref arrived, 0);
        Interlocked.Exchange(ref received, 0);
    }

    /// <summary>Milliseconds from <paramref name="start"/> until each viewer had its event; fails when one had none within the patience.</summary>
    public async Task<double[]> WaitAsync(long start, TimeSpan patience)
    {
        while (Volatile.Read(ref arrived) < Count)
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
            {
                throw new InvalidOperationException($"Only {arrived} of {Count} viewers have the event after {patience.TotalSeconds} s.");
            }

            await Task.Delay(5);
        }

        return [.. arrivals.Select(at => Stopwatch.GetElapsedTime(start, at).TotalMilliseconds)];
    }

    public void Dispose()
    {
        foreach (var socket in sockets)
        {
            socket?.Dispose();
        }
    }

    private async Task WatchAsync(int viewer)
    {
        var buffer = new byte[Buffer];
        try
        {
            int read;
            while ((read = await sockets[viewer].ReceiveAsync(buffer)) > 0)
            {
                Interlocked.Add(ref received, read);
                // An event begins with its id and is larger than a ping; only the first of a round counts.
                if (buffer.AsSpan(0, read).IndexOf("id: "u8) >= 0 && Interlocked.CompareExchange(ref arrivals[viewer], Stopwatch.GetTimestamp(), 0) == 0)
                {
                    Interlocked.Increment(ref arrived);
                }
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed, or the server has gone: whoever waits sees that events are missing.
        }
    }
}
