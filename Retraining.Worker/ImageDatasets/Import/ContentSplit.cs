using System.Globalization;
using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Retraining.Worker.ImageDatasets.Import;

/// <summary>
/// The split of an image whose import names none: by its hash, so that it stays in its split through all versions, whatever is added or
/// removed beside it, and that copies of a file never stand in different splits.
/// </summary>
internal static class ContentSplit
{
    // Shares of 70, 15 and 15 percent.
    const uint TrainingBelow = 70;
    const uint ValidationBelow = 85;

    /// <summary>The split of an image.</summary>
    /// <param name="sha256">Its hash, in hex.</param>
    public static string Of(string sha256) => (uint.Parse(sha256.AsSpan(0, 8), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 100) switch
    {
        < TrainingBelow => ImageSplits.Training,
        < ValidationBelow => ImageSplits.Validation,
        _ => ImageSplits.Testing,
    };
}
