using AspireMl.Inference.Api.Tests.Harness;

namespace AspireMl.Inference.Api.Tests.RealPipeline;

/// <summary>The service as it is delivered, started once for the tests of a class.</summary>
public sealed class RealPipelineFixture(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi _api = null!;

    public HttpClient Client => _api.Client;

    public async Task InitializeAsync() => _api = await InferenceApi.StartWithoutStandIns(await postgres.Server.CreateDatabaseAsync()).ReadyAsync();

    public async Task DisposeAsync()
    {
        await _api.DisposeAsync();
        Directory.Delete(_api.Folder, recursive: true);
    }
}
