using AspireMl.Inference.Api.Models;
using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Onnx;

namespace AspireMl.Inference.Api.Tests.Models;

[Collection(SharedPostgres.Name)]
public sealed class InferenceOptionsTests(PostgresFixture postgres)
{
    [Fact]
    public void Networks_run_where_they_can_unless_told_otherwise() => Assert.Equal(ExecutionProvider.Auto, new InferenceOptions().ExecutionProvider);

    [Fact]
    public void A_device_that_is_asked_for_must_be_there()
    {
        var check = new InferenceOptionsCheck();

        Assert.Equal(OnnxSession.HasCuda, check.Validate(null, new() { ExecutionProvider = ExecutionProvider.Cuda }).Succeeded);
        Assert.True(check.Validate(null, new() { ExecutionProvider = ExecutionProvider.Cpu }).Succeeded);
    }

    [Fact]
    public async Task A_word_that_names_no_provider_stops_the_start()
    {
        var database = await postgres.Server.CreateDatabaseAsync();

        Assert.ThrowsAny<Exception>(() => InferenceApi.Start(database, ("Inference:ExecutionProvider", "tpu")).Dispose());
    }
}
