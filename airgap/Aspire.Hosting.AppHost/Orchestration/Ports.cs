using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Orchestration;

internal static class Ports
{
    /// <summary>Gives every endpoint its address. There is no proxy: a process listens at the endpoint's own port.</summary>
    public static void Allocate(IEnumerable<IResource> resources)
    {
        foreach (var endpoint in resources.SelectMany(resource => resource.Annotations.OfType<EndpointAnnotation>()))
        {
            endpoint.AllocatedEndpoint ??= new(endpoint, "localhost", endpoint.Port ?? endpoint.TargetPort ?? Free());
        }
    }

    static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
