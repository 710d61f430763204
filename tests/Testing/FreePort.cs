using System.Net;
using System.Net.Sockets;

namespace AspireMl.Testing;

/// <summary>Ports of the loopback address.</summary>
public static class FreePort
{
    /// <summary>One that nobody listens on now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
