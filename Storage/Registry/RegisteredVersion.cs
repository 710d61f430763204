using AspireMl.Contracts.Models;

namespace AspireMl.Storage.Registry;

/// <summary>A version of a model; nothing of it ever changes.</summary>
/// <param name="Card">Its card, with the model's name and the version in it.</param>
/// <param name="Package">SHA-256 of its archive, the key in the object store.</param>
/// <param name="CreatedBy">Who registered it.</param>
public sealed record RegisteredVersion(ModelCard Card, string Package, string CreatedBy)
{
    /// <summary>When it was registered, UTC; the store says it.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What tells it from all other versions.</summary>
    public VersionKey Key => new(Card.Name, Card.Version);
}
