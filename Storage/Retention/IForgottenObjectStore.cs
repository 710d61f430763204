namespace AspireMl.Storage.Retention;

/// <summary>
/// Objects whose records were deleted, so that nothing may refer to them any more. A note is made before the records go, so that none is
/// lost whenever a process ends. Safe for use by many threads and processes; every call may be repeated.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IForgottenObjectStore
{
    /// <summary>Notes objects; one that is noted already, or was set aside, begins anew.</summary>
    Task NoteAsync(IReadOnlyCollection<string> objects, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Objects that are noted and not set aside, up to a limit of at least 1, those first that were noted first.</summary>
    Task<IReadOnlyList<string>> ListNotedAsync(int limit, CancellationToken cancellation);

    /// <summary>Notes that objects were set aside.</summary>
    Task NoteSetAsideAsync(IReadOnlyCollection<string> objects, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Objects that were set aside before a time, up to a limit of at least 1, the oldest first.</summary>
    Task<IReadOnlyList<string>> ListSetAsideBeforeAsync(DateTimeOffset time, int limit, CancellationToken cancellation);

    /// <summary>Strikes notes out.</summary>
    Task DropAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation);

    /// <summary>Those of these objects that a version of an image dataset or a registered package refers to.</summary>
    Task<IReadOnlySet<string>> FindInUseAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation);
}
