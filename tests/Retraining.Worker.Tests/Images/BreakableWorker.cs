using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Storage.ImageDatasets;
using AspireMl.Storage.Objects;
using AspireMl.Storage.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>A service with a backbone that says what it is about to do with its stores.</summary>
public sealed class BreakableWorker(PostgresFixture fixture) : IAsyncLifetime
{
    RetrainingWorker? _worker;

    /// <summary>Told of each member of a store that is called, and of its first argument.</summary>
    public Action<string, object?> Reach { get; set; } = (_, _) => { };

    internal RetrainingWorker Worker => _worker ?? throw new InvalidOperationException("It has not started.");

    public async Task InitializeAsync()
    {
        _worker = await RetrainingWorker.StartAsync(
            await fixture.Server.CreateDatabaseAsync(),
            services =>
            {
                Break<IImageDatasetStore>(services);
                Break<IObjectStore>(services);
                Break<IModelRegistry>(services);
            },
            ("Runs:Resamples", "300"));
        await TestBackbone.RegisterAsync(_worker);
    }

    public async Task DisposeAsync() => await Worker.DisposeAsync();

    void Break<TStore>(IServiceCollection services)
        where TStore : class
    {
        var own = services.Last(service => service.ServiceType == typeof(TStore));
        services.Add(new(
            typeof(TStore),
            provider => BreakingProxy.Before(
                (TStore)(own.ImplementationInstance ?? own.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, own.ImplementationType!)),
                (member, argument) => Reach(member, argument)),
            ServiceLifetime.Singleton));
    }
}
