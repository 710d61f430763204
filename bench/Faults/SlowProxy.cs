using System.Net;
using System.Net.Sockets;
using AspireMl.Testing;

namespace AspireMl.Bench.Faults;

/// <summary>Passes connections on to a server, and holds back each piece of data for a while when it is told to.</summary>
internal sealed class SlowProxy : IAsyncDisposable
{
    readonly CancellationTokenSource _stopping = new();
    readonly TcpListener _listener;
    readonly int _target;
    readonly Task _accepting;

    public SlowProxy(int target)
    {
        _target = target;
        Port = FreePort.Next();
        _listener = new(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>How long each piece of data is held back, each way.</summary>
    public TimeSpan Delay { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stopping.Dispose();
    }

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // It is disposed of.
        }
    }

    async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _target, _stopping.Token);
                (client.NoDelay, server.NoDelay) = (true, true);
                await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
            }
            catch (Exception broken) when (broken is SocketException or OperationCanceledException)
            {
                // The server is away, and so is the connection then.
            }
        }
    }

    async Task CopyAsync(TcpClient from, TcpClient to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            for (int count; (count = await from.GetStream().ReadAsync(buffer, _stopping.Token)) > 0;)
            {
                await Task.Delay(Delay, _stopping.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _stopping.Token);
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // One side has gone, so the other goes too.
        }
    }
}
