using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CompetitionHub.Benchmarks.Servers;

/// <summary>
/// A server of event streams that is only a loop over sockets: every viewer gets the same frame, one blocking write each,
/// when a control connection sends a byte. The least time that 5,000 writes of these bytes take on this machine.
/// </summary>
internal static class BareStream
{
    public const string Verb = "bare-stream";

    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

    public static async Task<ChildProcess> StartAsync(int port, int frameBytes)
    {
        var child = ChildProcess.StartSelf(Verb, port.ToString(CultureInfo.InvariantCulture), frameBytes.ToString(CultureInfo.InvariantCulture));
        await child.WaitForPortAsync(port);
        return child;
    }

    public static async Task RunAsync(int port, int frameBytes)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(8192);
        var viewers = new List<Socket>();
        while (true)
        {
            var socket = await listener.AcceptAsync();
            socket.NoDelay = true;
            _ = ServeAsync(socket, viewers, frameBytes);
        }
    }

    private static async Task ServeAsync(Socket socket, List<Socket> viewers, int frameBytes)
    {
        var request = new byte[4096];
        var read = await socket.ReceiveAsync(request);
        if (read == 0)
        {
            return;
        }

        if (request.AsSpan(0, read).StartsWith("GET "u8))
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(Head));
            lock (viewers)
            {
                viewers.Add(socket);
            }

            return;
        }

        for (var revision = 1L; read > 0; revision++)
        {
            Push(viewers, Frame(revision, frameBytes));
            read = await socket.ReceiveAsync(request);
        }
    }

    private static void Push(List<Socket> viewers, byte[] frame)
    {
        lock (viewers)
        {
            foreach (var viewer in viewers)
            {
                viewer.Send(frame);
            }
        }
    }

    private static byte[] Frame(long revision, int bytes)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"id: {revision}\ndata: ");
        var body = head + new string('x', Math.Max(0, bytes - head.Length - 2)) + "\n\n";
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{body.Length:x}\r\n{body}\r\n"));
    }
}
