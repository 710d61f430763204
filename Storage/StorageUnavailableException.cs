namespace AspireMl.Storage;

/// <summary>A store cannot be reached now; the same call may succeed later. All calls of the stores can be repeated safely.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
