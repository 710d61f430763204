using Npgsql;

namespace AspireMl.Storage.PostgreSql;

/// <summary>Completes the connection string that a service is given.</summary>
static class PostgresConnectionString
{
    // Of a key that stands twice the last one counts, so these give way to what the string says.
    // Kerberos' encryption is left to strings that ask for it: Npgsql would try it first at each connection, and where its library
    // is missing, as in images of .NET, complain each time.
    const string Usual = "Timeout=5;Command Timeout=15;Max Auto Prepare=50;GSS Encryption Mode=Disable;";

    /// <summary>
    /// Adds bounds on waiting and the preparing of repeated statements where the string says nothing of them, and finds a
    /// relative password file, which is relative to the product's root, from the service's folder upwards.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The password file is not there, or not yet.</exception>
    /// <exception cref="ArgumentException">The string is not a connection string.</exception>
    public static string Complete(string connectionString, params ReadOnlySpan<string> searchFrom)
    {
        var builder = new NpgsqlConnectionStringBuilder(Usual + connectionString);
        if (builder.Passfile is { Length: > 0 } passfile && !Path.IsPathRooted(passfile))
        {
            builder.Passfile = Find(passfile, searchFrom);
        }

        return builder.ConnectionString;
    }

    static string Find(string passfile, ReadOnlySpan<string> searchFrom)
    {
        foreach (var start in searchFrom)
        {
            if (DataFolder.FindAbove(start, passfile) is { } folder)
            {
                return Path.Combine(folder, passfile);
            }
        }

        throw new StorageUnavailableException(
            $"The password file {passfile} of the database is not there; it is written when the embedded database starts first.");
    }
}
