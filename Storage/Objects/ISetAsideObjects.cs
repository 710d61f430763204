namespace AspireMl.Storage.Objects;

/// <summary>
/// Takes objects away in two steps. One that is set aside no longer exists and is kept anew by the next put, but can still be opened: whoever
/// found it there a moment ago, and records only now that he refers to it, loses nothing. Safe for use by many threads; every call may be repeated.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached, and <see cref="ArgumentException"/> when the hash is malformed.</remarks>
public interface ISetAsideObjects
{
    /// <summary>Sets an object aside, if it is there.</summary>
    Task SetAsideAsync(string sha256, CancellationToken cancellation);

    /// <summary>Brings an object back that was set aside.</summary>
    Task BringBackAsync(string sha256, CancellationToken cancellation);

    /// <summary>Deletes what was set aside; an object that was put again since then stays.</summary>
    Task DeleteSetAsideAsync(string sha256, CancellationToken cancellation);
}
