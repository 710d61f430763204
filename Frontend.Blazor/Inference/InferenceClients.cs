using AspireMl.Contracts.Clients;

namespace AspireMl.Frontend.Blazor.Inference;

internal static class InferenceClients
{
    // Service discovery turns this name into the address that the AppHost gave.
    static readonly Uri Service = new("http://inference-api");

    // The first question about a large page may take the OCR many seconds on a busy machine; the user can cancel.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static IHostApplicationBuilder AddInferenceClients(this IHostApplicationBuilder builder)
    {
        Add<InferenceClient>(builder.Services, Longest);
        Add<HealthClient>(builder.Services, TimeSpan.FromSeconds(5));
        return builder;
    }

    // A person waits at the other end: what is wrong is said at once, and the page offers to try again.
#pragma warning disable EXTEXP0001 // The method is marked as experimental.
    static void Add<TClient>(IServiceCollection services, TimeSpan timeout)
        where TClient : class =>
        services.AddHttpClient<TClient>(http => (http.BaseAddress, http.Timeout) = (Service, timeout)).RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
}
