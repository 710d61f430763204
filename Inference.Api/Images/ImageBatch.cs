using AspireMl.Inference.Api.Uploads;

namespace AspireMl.Inference.Api.Images;

/// <summary>A form with images, complete and within its bounds. Dispose of it when the images are no longer needed.</summary>
sealed class ImageBatch(IReadOnlyList<BatchImage> images, string? model, UploadBudget.Lease lease) : IDisposable
{
    public IReadOnlyList<BatchImage> Images { get; } = images;

    public string? Model { get; } = model;

    public void Dispose() => lease.Dispose();
}
