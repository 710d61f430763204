using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AspireMl.Storage;

/// <summary>What a store brings with it.</summary>
static class StoreServices
{
    /// <summary>Makes the service ready only while a store answers.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The store's name, that of its connection string.</param>
    /// <param name="ping">Asks the store for next to nothing.</param>
    public static void AddStoreCheck<T>(this IServiceCollection services, string name, Func<T, CancellationToken, Task> ping)
        where T : notnull => services.AddHealthChecks().Add(new(
            name,
            provider =>
            {
                var store = provider.GetRequiredService<T>();
                return new StoreHealthCheck(cancellation => ping(store, cancellation));
            },
            failureStatus: null,
            tags: null));

    /// <summary>Opens a store at start rather than at its first use; otherwise the same as <see cref="AddStoreCheck"/>.</summary>
    public static void AddStoreOpeningAndCheck<T>(this IServiceCollection services, string name, Func<T, CancellationToken, Task> ping)
        where T : notnull
    {
        // AddHostedService would take a second store for the first.
        services.AddSingleton<IHostedService>(provider =>
        {
            var store = provider.GetRequiredService<T>();
            return new StoreOpening(name, cancellation => ping(store, cancellation), provider.GetRequiredService<ILogger<StoreOpening>>());
        });
        services.AddStoreCheck(name, ping);
    }
}
