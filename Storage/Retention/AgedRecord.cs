namespace AspireMl.Storage.Retention;

/// <summary>A record that is older than asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Objects">Keys of the objects that it refers to, such as its image; the same object may belong to other records, too.</param>
public sealed record AgedRecord(Guid Id, IReadOnlyList<string> Objects);
