using AspireMl.Inference.Api.Tests.Harness;
using AspireMl.Modeling.Tests.Images;
using AspireMl.Storage.Tabular;
using AspireMl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AspireMl.Inference.Api.Tests.Capture;

[Collection(SharedPostgres.Name)]
public sealed class CaptureOrderTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Rows_do_not_wait_for_images_that_no_store_takes()
    {
        await using var api = await InferenceApi.StartWithColoursAsync(await postgres.Server.CreateDatabaseAsync());
        var objects = Path.Combine(api.Folder, "objects");
        // A file where the store's folder was: nothing can be kept there.
        Directory.Move(objects, objects + "-aside");
        await File.WriteAllTextAsync(objects, "");
        await api.Client.ClassifyAsync(ColourNetwork.Png("GGGR"));

        var answer = await api.Client.PredictAsync(Rows.One());

        var rows = api.Services.GetRequiredService<ITabularInferenceStore>();
        await Eventually.TrueAsync(async () => (await rows.FindAsync([answer.Predictions[0].InferenceId], default)).Count == 1);
        // The row's turn ends a moment after it is recorded; the image's does not.
        await Eventually.TrueAsync(() => api.Captures.Count == 1);

        File.Delete(objects);
        Directory.Move(objects + "-aside", objects);
        await Eventually.TrueAsync(() => api.Captures.Count == 0);
        Assert.Equal(0, api.Captures.Dropped);
    }
}
