using AspireMl.Contracts.Jobs;
using AspireMl.Storage.PostgreSql;
using Dapper;

namespace AspireMl.Storage.Jobs.PostgreSql;

/// <summary>Services as rows.</summary>
sealed class PostgresServiceStore(PostgresDatabase database) : IServiceStore
{
    const string Select = """select service as "Service", model as "Model", alias as "Alias" from services order by service""";

    const string Upsert =
        """
        insert into services (service, model, alias) values (@Service, @Model, @Alias)
        on conflict (service) do update set model = @Model, alias = @Alias, changed_at = clock_timestamp()
        """;

    const string Delete = "delete from services where service = @service";

    public Task<IReadOnlyList<ServiceBinding>> ListAsync(CancellationToken cancellation) =>
        database.RunAsync<IReadOnlyList<ServiceBinding>>(
            async (connection, cancellation) => (await connection.QueryAsync<ServiceBinding>(new(Select, cancellationToken: cancellation))).AsList(),
            cancellation);

    public Task PutAsync(ServiceBinding binding, CancellationToken cancellation) =>
        database.RunAsync((connection, cancellation) => connection.ExecuteAsync(new(Upsert, binding, cancellationToken: cancellation)), cancellation);

    public Task<bool> DeleteAsync(string service, CancellationToken cancellation) =>
        database.RunAsync(
            async (connection, cancellation) => await connection.ExecuteAsync(new(Delete, new { service }, cancellationToken: cancellation)) > 0,
            cancellation);
}
