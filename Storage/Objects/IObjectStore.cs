namespace AspireMl.Storage.Objects;

/// <summary>Bytes kept under their own SHA-256: uploaded images, packages, reports. Safe for use by many threads.</summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IObjectStore
{
    /// <summary>Keeps an object, once: a second put of the same bytes changes nothing.</summary>
    /// <param name="sha256">The hash of the content, 64 lower-case hex digits.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellation">Gives up; the object is then either there whole or not at all.</param>
    /// <exception cref="ArgumentException">The hash is malformed or not that of the content.</exception>
    Task PutAsync(string sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>Keeps an object that is too large for memory.</summary>
    /// <param name="sha256">The hash of the content, 64 lower-case hex digits.</param>
    /// <param name="content">The bytes, from the stream's start; seekable, and left open.</param>
    /// <param name="cancellation">Gives up; the object is then either there whole or not at all.</param>
    /// <exception cref="ArgumentException">The hash is malformed or not that of the content.</exception>
    Task PutAsync(string sha256, Stream content, CancellationToken cancellation);

    /// <summary>Opens an object for reading, also one that is set aside (<see cref="ISetAsideObjects"/>), or returns null when it is not there.</summary>
    /// <returns>A seekable stream that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The hash is malformed.</exception>
    /// <exception cref="InvalidDataException">The stored bytes no longer have that hash.</exception>
    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation);

    /// <summary>Whether an object is there, and not set aside.</summary>
    /// <exception cref="ArgumentException">The hash is malformed.</exception>
    Task<bool> ExistsAsync(string sha256, CancellationToken cancellation);

    /// <summary>
    /// A link from which anyone may read the object for a while, or null when it is not there or the store gives no links
    /// (<see cref="ObjectStoreOptions.LinkLifetime"/>).
    /// </summary>
    /// <exception cref="ArgumentException">The hash is malformed.</exception>
    Task<Uri?> LinkAsync(string sha256, CancellationToken cancellation);
}
