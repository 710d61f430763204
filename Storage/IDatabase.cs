using System.Data.Common;

namespace AspireMl.Storage;

/// <summary>The service's database, for libraries that keep tables of their own in it.</summary>
public interface IDatabase
{
    /// <summary>Answers once the database does and its schema is up to date.</summary>
    /// <exception cref="StorageUnavailableException">The server cannot be reached.</exception>
    Task PingAsync(CancellationToken cancellation);

    /// <summary>Makes a source of connections, which the caller disposes of.</summary>
    /// <exception cref="StorageUnavailableException">The password file is not there, or not yet.</exception>
    DbDataSource CreateSource();
}
