using AspireMl.Contracts.Clients;

namespace AspireMl.Frontend.Blazor.Services;

/// <summary>The typed clients of the services. Service discovery turns their names into the addresses that the AppHost gave.</summary>
internal static class ServiceClients
{
    const string Inference = "inference-api";
    const string Monitoring = "monitoring-worker";
    const string Retraining = "retraining-worker";
    const string Simulator = "simulator";

    // The first question about a large page may take the OCR many seconds on a busy machine; the user can cancel.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    public static IHostApplicationBuilder AddServiceClients(this IHostApplicationBuilder builder)
    {
        Add<InferenceClient>(builder.Services, Inference, Longest);
        Add<HealthClient>(builder.Services, Inference, Shortest);
        Add<JobClient>(builder.Services, Inference, Usual);
        Add<TabularClient>(builder.Services, Inference, Usual);
        Add<RegistryClient>(builder.Services, Inference, Longest);
        Add<DatasetClient>(builder.Services, Retraining, Longest);
        Add<TrainingClient>(builder.Services, Retraining, Usual);
        Add<MonitoringClient>(builder.Services, Monitoring, Usual);
        Add<SimulatorClient>(builder.Services, Simulator, Usual);
        return builder;
    }

    // A person waits at the other end: what is wrong is said at once, and the page offers to try again.
#pragma warning disable EXTEXP0001 // The method is marked as experimental.
    static void Add<TClient>(IServiceCollection services, string service, TimeSpan timeout)
        where TClient : class =>
        services.AddHttpClient<TClient>(http => (http.BaseAddress, http.Timeout) = (new($"http://{service}"), timeout)).RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
}
