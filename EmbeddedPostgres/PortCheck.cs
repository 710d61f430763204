using System.Net;
using System.Net.Sockets;

namespace AspireMl.EmbeddedPostgres;

internal static class PortCheck
{
    /// <summary>Says plainly that a port is taken, before PostgreSQL says it in four lines.</summary>
    public static void MustBeFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
        }
        catch (SocketException)
        {
            throw new RefusedException($"Port {port} is taken by another program. Stop that, or give PostgreSQL another port (PORT; in the AppHost, Ports:postgres).");
        }
    }
}
