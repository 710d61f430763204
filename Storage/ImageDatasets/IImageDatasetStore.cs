using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.ImageDatasets;

/// <summary>
/// Versions of image datasets: which images have which labels in which splits. The images themselves are objects. Safe for use by many
/// threads; every call may be repeated.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IImageDatasetStore
{
    /// <summary>Most items that a page may have.</summary>
    const int MostItemsOfAPage = 1000;

    /// <summary>The newest version of each dataset, by name.</summary>
    Task<IReadOnlyList<ImageDatasetVersion>> ListAsync(CancellationToken cancellation);

    /// <summary>One version, or null.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="number">The version; null for the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<ImageDatasetVersion?> FindAsync(string dataset, int? number, CancellationToken cancellation);

    /// <summary>Versions of a dataset, newest first.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="before">Only versions with lower numbers; null means from the newest.</param>
    /// <param name="limit">1 to <see cref="MostItemsOfAPage"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<Page<ImageDatasetVersion>> ListVersionsAsync(string dataset, int? before, int limit, CancellationToken cancellation);

    /// <summary>Saves a version, all of it or nothing, unless the newest one has the same content.</summary>
    /// <returns>The version with the content, and whether it is new.</returns>
    /// <exception cref="ImageDatasetChangedException">The newest version is another one than the change was made for.</exception>
    Task<(ImageDatasetVersion Version, bool IsNew)> SaveAsync(NewImageVersion version, CancellationToken cancellation);

    /// <summary>All entries of a version in order of their paths; empty when there is no such version.</summary>
    Task<IReadOnlyList<ImageEntry>> ReadAsync(string dataset, int number, CancellationToken cancellation);

    /// <summary>One page of a version's entries in order of their paths.</summary>
    Task<Page<ImageEntry>> ListEntriesAsync(ImageEntryFilter filter, CancellationToken cancellation);

    /// <summary>Whether any version of a dataset has an image.</summary>
    Task<bool> HasImageAsync(string dataset, string sha256, CancellationToken cancellation);
}
