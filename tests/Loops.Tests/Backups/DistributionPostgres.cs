using AspireMl.Testing;

namespace AspireMl.Loops.Tests.Backups;

/// <summary>A PostgreSQL of the distribution, whose tools are as new as it is.</summary>
public sealed class DistributionPostgres : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public PostgresServer Server { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Server = await PostgresServer.StartNewAsync(PostgresServer.DistributionPrograms);

    /// <inheritdoc/>
    public Task DisposeAsync() => Server.DisposeAsync().AsTask();
}
