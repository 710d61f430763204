using AspireMl.Contracts.Models;
using AspireMl.Contracts.Paging;

namespace AspireMl.Storage.Registry;

/// <summary>
/// Models, their immutable versions, and the aliases that name them, with every move of an alias. Safe for use by many
/// threads and processes; every call may be repeated.
/// </summary>
/// <remarks>Every member throws <see cref="StorageUnavailableException"/> while the store cannot be reached.</remarks>
public interface IModelRegistry
{
    /// <summary>Reads all aliases, and all versions but those that are known already.</summary>
    Task<RegistryContent> ReadAsync(IReadOnlyCollection<VersionKey> known, CancellationToken cancellation);

    /// <summary>One version, or null.</summary>
    Task<RegisteredVersion?> FindAsync(VersionKey version, CancellationToken cancellation);

    /// <summary>Registers a version, unless there is one of this name and number already, which stays as it is.</summary>
    /// <returns>The version that is registered now, this one or the earlier one; null when the model is one for another task.</returns>
    Task<RegisteredVersion?> AddAsync(RegisteredVersion version, CancellationToken cancellation);

    /// <summary>Registers a version and lets an alias name it, both or neither. No alias is moved where another package is registered under this name and number.</summary>
    /// <inheritdoc cref="AddAsync(RegisteredVersion, CancellationToken)"/>
    /// <param name="version">The version.</param>
    /// <param name="named">The alias that is to name it, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<RegisteredVersion?> AddAsync(RegisteredVersion version, AliasChange? named, CancellationToken cancellation);

    /// <summary>Lets an alias name a version. When it does already, nothing is changed and no move noted.</summary>
    /// <returns>The move that brought the alias to where it stands now; null when the model has no such version.</returns>
    Task<AliasMove?> MoveAsync(AliasChange change, CancellationToken cancellation);

    /// <summary>The moves of a model's aliases, newest first.</summary>
    Task<Page<AliasMove>> ListMovesAsync(AliasMoveFilter filter, CancellationToken cancellation);

    /// <summary>Tells of changes by any process, until it is cancelled or the store goes away.</summary>
    /// <param name="changed">Called once it listens, and after each change from then on.</param>
    /// <param name="cancellation">Ends it.</param>
    Task ListenAsync(Action changed, CancellationToken cancellation);
}
