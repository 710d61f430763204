using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.Images.Checks;

/// <summary>What an image is like.</summary>
/// <param name="Entry">The image.</param>
/// <param name="Area">Its pixels; 0 when it cannot be decoded.</param>
/// <param name="Brightness">Mean luma (Rec. 601), 0 to 255.</param>
/// <param name="Defect">Why it cannot be decoded, or null.</param>
internal sealed record ImageFacts(ImageEntry Entry, long Area, double Brightness, string? Defect = null)
{
    /// <summary>Its <see cref="DifferenceHash"/>; null when it has none.</summary>
    public ulong? Look { get; init; }
}
