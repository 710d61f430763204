using AspireMl.Contracts.Jobs;

namespace AspireMl.Storage.Jobs;

/// <summary>Which model the workers of each service apply.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IServiceStore
{
    /// <summary>All services by name.</summary>
    Task<IReadOnlyList<ServiceBinding>> ListAsync(CancellationToken cancellation);

    /// <summary>Binds a service, new or not.</summary>
    Task PutAsync(ServiceBinding binding, CancellationToken cancellation);

    /// <summary>Forgets a service.</summary>
    /// <returns>False when there is none of this name.</returns>
    Task<bool> DeleteAsync(string service, CancellationToken cancellation);
}
