using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace CompetitionHub.Benchmarks.Load;

/// <summary>
/// One keep-alive connection that sends prepared requests and reads answers with as little work as possible: what the
/// client costs is taken from the server, since both share the machine.
/// </summary>
internal sealed class HttpSocket(int port) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[16 * 1024];

    public async Task ConnectAsync() => await socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>Status and body; the body is valid until the next request.</summary>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            filled += read;
            if (TryParse(filled) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>Sends one byte that nobody answers.</summary>
    public async Task PushAsync() => await socket.SendAsync(new byte[] { (byte)'!' });

    public void Dispose() => socket.Dispose();

    private (int, ReadOnlyMemory<byte>)? TryParse(int filled)
    {
        var all = buffer.AsSpan(0, filled);
        var end = all.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return null;
        }

        var head = all[..end];
        var body = end + 4;
        _ = Utf8Parser.TryParse(head[9..], out int status, out _);
        if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0)
        {
            return Unchunk(body, filled) is { } length ? (status, buffer.AsMemory(body, length)) : null;
        }

        var at = head.IndexOf("Content-Length: "u8);
        var size = 0;
        if (at >= 0)
        {
            _ = Utf8Parser.TryParse(head[(at + 16)..], out size, out _);
        }

        return filled - body >= size ? (status, buffer.AsMemory(body, size)) : null;
    }

    /// <summary>Joins the chunks in place once the last one is there; null before.</summary>
    private int? Unchunk(int start, int filled)
    {
        if (!buffer.AsSpan(start, filled - start).EndsWith("0\r\n\r\n"u8))
        {
            return null;
        }

        var (from, to) = (start, start);
        while (true)
        {
            _ = Utf8Parser.TryParse(buffer.AsSpan(from, filled - from), out int size, out var digits, 'x');
            if (size == 0)
            {
                return to - start;
            }

            from += digits + 2;
            buffer.AsSpan(from, size).CopyTo(buffer.AsSpan(to));
            from += size + 2;
            to += size;
        }
    }
}
