using AspireMl.Contracts.ImageDatasets;

namespace AspireMl.Storage.ImageDatasets;

/// <summary>A version to save.</summary>
/// <param name="Dataset">The dataset; made when it is not there.</param>
/// <param name="Entries">Its entries, no two with the same path.</param>
/// <param name="CreatedBy">Who makes it.</param>
/// <param name="Reason">Why.</param>
public sealed record NewImageVersion(string Dataset, IReadOnlyList<ImageEntry> Entries, string CreatedBy, string Reason)
{
    /// <summary>The number that the newest version must still have, 0 where there is none yet; null when that does not matter.</summary>
    public int? Base { get; init; }
}
