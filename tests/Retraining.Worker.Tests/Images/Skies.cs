using AspireMl.Contracts.Clients;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Retraining.Worker.Tests.Harness;
using AspireMl.Retraining.Worker.Tests.ImageDatasets;

namespace AspireMl.Retraining.Worker.Tests.Images;

/// <summary>Pictures of skies that can be told apart by their colour.</summary>
static class Skies
{
    /// <summary>Blue and grey ones: so many training images each, and half as many of each other split.</summary>
    public static (string Path, byte[] Content)[] Both(int each) => [.. One("blue", 60, 90, 220, each), .. One("grey", 20, 130, 130, each)];

    public static (string Path, byte[] Content)[] One(string label, int seed, byte red, byte blue, int each) =>
    [
        .. ImageSplits.All.SelectMany(split => Enumerable.Range(0, split == ImageSplits.Training ? each : each / 2)
            .Select(number => ($"{split}/{label}/{number}.jpg", Pictures.Jpeg((seed * 10_000) + (split.Length * 1000) + number, red, 100, blue)))),
    ];

    /// <summary>Imports pictures as an image dataset.</summary>
    public static async Task ImportAsync(RetrainingWorker worker, string dataset, IReadOnlyList<(string Path, byte[] Content)> files)
    {
        using var zip = Pictures.Zip(files);
        await new ImageDatasetClient(worker.Client).ImportAsync(dataset, zip);
    }
}
