using AspireMl.Contracts.Clients;

namespace AspireMl.Frontend.Blazor.Services;

/// <summary>The typed clients of the services. Service discovery turns their names into the addresses that the AppHost gave.</summary>
internal static class ServiceClients
{
    // An archive of tens of thousands of images is stored before the service answers, or all of them are looked at.
    static readonly TimeSpan Import = TimeSpan.FromMinutes(15);
    // The first question about a large page may take the OCR many seconds on a busy machine; the user can cancel.
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);

    public static IHostApplicationBuilder AddServiceClients(this IHostApplicationBuilder builder)
    {
        Add<InferenceClient>(builder.Services, ServiceNames.Inference, Longest);
        Add<ImageClient>(builder.Services, ServiceNames.Inference, Longest);
        Add<JobClient>(builder.Services, ServiceNames.Inference, Usual);
        Add<TabularClient>(builder.Services, ServiceNames.Inference, Usual);
        Add<RegistryClient>(builder.Services, ServiceNames.Inference, Longest);
        Add<DatasetClient>(builder.Services, ServiceNames.Retraining, Longest);
        Add<ImageDatasetClient>(builder.Services, ServiceNames.Retraining, Import);
        Add<TrainingClient>(builder.Services, ServiceNames.Retraining, Usual);
        Add<ExperimentClient>(builder.Services, ServiceNames.Retraining, Usual);
        Add<ScheduleClient>(builder.Services, ServiceNames.Retraining, Usual);
        Add<MonitoringClient>(builder.Services, ServiceNames.Monitoring, Usual);
        Add<SimulatorClient>(builder.Services, ServiceNames.Simulator, Usual);
        AddHealth(builder.Services, new(builder.Configuration));
        return builder;
    }

    static void Add<TClient>(IServiceCollection services, string service, TimeSpan timeout)
        where TClient : class => AtOnce(services.AddHttpClient<TClient>(http => Aim(http, service, timeout)));

    static void AddHealth(IServiceCollection services, ServiceNames names)
    {
        services.AddSingleton(names);
        foreach (var name in names.All)
        {
            AtOnce(services.AddHttpClient(name, http => Aim(http, name, Shortest)));
            services.AddKeyedTransient<HealthClient>(name, (provider, _) => new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name)));
        }
    }

    static void Aim(HttpClient http, string service, TimeSpan timeout) => (http.BaseAddress, http.Timeout) = (new($"http://{service}"), timeout);

    // A person waits at the other end: what is wrong is said at once, and the page offers to try again.
#pragma warning disable EXTEXP0001 // The method is marked as experimental.
    static void AtOnce(IHttpClientBuilder client) => client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
}
