using AspireMl.Bench.Documents;
using AspireMl.Bench.Statistics;
using AspireMl.Contracts.Clients;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.ModelPackages;

namespace AspireMl.Bench.Images;

/// <summary>Photographs through the service, which reads, decodes, classifies, answers and records them.</summary>
/// <param name="Images">Photographs of a run.</param>
/// <param name="Throughput">Several clients at once, against threads that decode and run the session alone.</param>
/// <param name="Explained">With a heat map and its pictures, against without; one request after the other.</param>
internal sealed record ImageComparison(int Images, PairedRuns Throughput, PairedRuns Explained)
{
    public const int Clients = 4;

    public static async Task<ImageComparison> MeasureAsync(int rounds, BenchModels models, byte[][] images)
    {
        using var model = ImageModel.Open(ModelPackage.Open(models.Package));
        // As many decode at once as in the service.
        using var decoder = new ImageDecoder(new());
        await using var server = await ServerRun.StartAsync(("Models__Path", models.Path), ("Models__ImageClassification", BenchModels.Name));
        var client = new ImageClient(server.Http);
        return new(
            images.Length,
            PairedRuns.Of(rounds, () => Ask(client, images, Clients, explain: false), () => Loop(model, decoder, images)),
            PairedRuns.Of(rounds, () => Ask(client, images, 1, explain: true), () => Ask(client, images, 1, explain: false)));
    }

    // As many threads as the service has workers.
    static void Loop(ImageModel model, ImageDecoder decoder, byte[][] images) => Parallel.ForEach(
        images,
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        bytes =>
        {
            using var image = decoder.DecodeSingle(bytes);
            model.Classify([image]);
        });

    static void Ask(ImageClient client, byte[][] images, int clients, bool explain) => Parallel.ForEachAsync(
        images,
        new ParallelOptions { MaxDegreeOfParallelism = clients },
        async (bytes, cancellation) =>
        {
            using var content = new MemoryStream(bytes);
            await client.ClassifyAsync(new(content, "image/jpeg", "photo.jpg"), explain: explain, cancellation: cancellation);
        }).GetAwaiter().GetResult();
}
