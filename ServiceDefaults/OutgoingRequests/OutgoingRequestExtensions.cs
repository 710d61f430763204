using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace AspireMl.ServiceDefaults.OutgoingRequests;

internal static class OutgoingRequestExtensions
{
    public static void AddOutgoingRequests(this IServiceCollection services)
    {
        services.AddOptions<OutgoingRequestOptions>().BindConfiguration("OutgoingRequests").ValidateDataAnnotations().ValidateOnStart();
        services.AddServiceDiscovery();
        services.ConfigureHttpClientDefaults(client =>
        {
            // What changes something, or costs a reading of a page, is sent once.
            var pipeline = client.AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods());
            pipeline.SelectPipelineByAuthority();
            services.AddOptions<HttpStandardResilienceOptions>(pipeline.PipelineName)
                .Configure<IOptions<OutgoingRequestOptions>>((resilience, options) => Bound(resilience, options.Value));
            client.AddServiceDiscovery();
        });
    }

    static void Bound(HttpStandardResilienceOptions resilience, OutgoingRequestOptions options)
    {
        resilience.AttemptTimeout.Timeout = options.AttemptTimeout;
        resilience.TotalRequestTimeout.Timeout = options.TotalTimeout;
        resilience.CircuitBreaker.SamplingDuration = options.AttemptTimeout * 2;
    }
}
