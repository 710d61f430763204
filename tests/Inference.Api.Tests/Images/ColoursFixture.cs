using AspireMl.Inference.Api.Tests.Harness;

namespace AspireMl.Inference.Api.Tests.Images;

/// <summary>A service with an image classifier, for the tests of a class that do not mind each other. It takes images of up to 20,000 bytes.</summary>
public sealed class ColoursFixture(PostgresFixture postgres) : IAsyncLifetime
{
    InferenceApi? _api;

    internal InferenceApi Api => _api ?? throw new InvalidOperationException("The service has not been started.");

    public async Task InitializeAsync() => _api = await InferenceApi.StartWithColoursAsync(
        await postgres.Server.CreateDatabaseAsync(),
        ("Uploads:MaxImageBytes", "20000"),
        ("Jobs:ServicesRefresh", "00:00:00.050"),
        ("Jobs:CancelCheck", "00:00:00.050"));

    public async Task DisposeAsync() => await Api.DisposeAsync();
}
