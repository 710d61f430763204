namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Sends a request to the address of the service that it names.</summary>
internal sealed class ResolvingHandler(ConfigurationAddresses addresses) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var named = request.RequestUri ?? throw new InvalidOperationException("A request needs an address.");
        request.RequestUri = addresses.Resolve(named);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // A retry resolves the name anew, perhaps to another instance.
            request.RequestUri = named;
        }
    }
}
