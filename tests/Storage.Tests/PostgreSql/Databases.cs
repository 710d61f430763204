using AspireMl.Storage.PostgreSql;
using Microsoft.Extensions.Logging.Abstractions;

namespace AspireMl.Storage.Tests.PostgreSql;

static class Databases
{
    public static PostgresDatabase Open(string connectionString) =>
        new(() => PostgresConnectionString.Complete(connectionString), new(NullLogger<PostgresMigrations>.Instance));
}
