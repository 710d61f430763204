using System.Collections.Concurrent;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Storage.ImageDatasets;
using Microsoft.Extensions.Options;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>Reports about versions; what their images are like is kept, since versions never change.</summary>
internal sealed class ImageCheckReports(IImageDatasetStore datasets, ImageInspection inspection, IOptions<ImageCheckLimits> limits) : IDisposable
{
    const int Kept = 8;

    readonly ConcurrentDictionary<string, IReadOnlyList<ImageFacts>> _facts = new(StringComparer.Ordinal);
    readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The report about a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="chosen">Limits; the service's own when null.</param>
    /// <param name="progress">Told of how many files are decoded.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The report, and what each image is like in order of their paths.</returns>
    public async Task<(ImageCheckReport Report, IReadOnlyList<ImageFacts> Facts)> GetAsync(
        ImageDatasetVersion version, ImageCheckLimits? chosen, Action<int, int> progress, CancellationToken cancellation)
    {
        var facts = await InspectAsync(version, progress, cancellation);
        return (ImageChecks.Run(version, facts, chosen ?? limits.Value), facts);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    async Task<IReadOnlyList<ImageFacts>> InspectAsync(ImageDatasetVersion version, Action<int, int> progress, CancellationToken cancellation)
    {
        // All processors are taken by one inspection already.
        await _one.WaitAsync(cancellation);
        try
        {
            if (_facts.TryGetValue(version.ManifestHash, out var known))
            {
                return known;
            }

            var facts = await inspection.RunAsync(await datasets.ReadAsync(version.Dataset, version.Number, cancellation), progress, cancellation);
            if (_facts.Count >= Kept)
            {
                _facts.Clear();
            }

            return _facts[version.ManifestHash] = facts;
        }
        finally
        {
            _one.Release();
        }
    }
}
