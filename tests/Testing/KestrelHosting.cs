using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AspireMl.Testing;

/// <summary>Starts a service of a test on a port of this machine.</summary>
public static class KestrelHosting
{
    /// <summary>Starts the service on a free port and waits until it listens.</summary>
    public static Task ListenAsync<TProgram>(this WebApplicationFactory<TProgram> service)
        where TProgram : class
    {
        // The factory's own way to give a port changes the server's addresses while the service's Main may already have started it.
        service.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        // The service must not run under the test runner's synchronisation context, which has few threads.
        return Task.Run(service.StartServer);
    }
}
