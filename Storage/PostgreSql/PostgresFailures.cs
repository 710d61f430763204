using System.Net.Sockets;
using Npgsql;

namespace AspireMl.Storage.PostgreSql;

/// <summary>Tells a server that is away from a statement that is wrong.</summary>
static class PostgresFailures
{
    // Classes of SQLSTATE: connection exception, invalid authorisation (a server that is still being set up), invalid
    // catalog name (likewise), insufficient resources, operator intervention, system error.
    static readonly string[] UnavailableClasses = ["08", "28", "3D", "53", "57", "58"];

    public static StorageUnavailableException Unavailable(Exception failure) => new("The database cannot be reached now; try again in a moment.", failure);

    public static bool MeansUnavailable(Exception failure) => failure switch
    {
        // A server that was the primary until its standby took over; connections made later reach the new one.
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        PostgresException { SqlState: var state } => UnavailableClasses.Contains(state[..2]),
        NpgsqlException => true,
        SocketException or TimeoutException or IOException => true,
        _ => false,
    };
}
