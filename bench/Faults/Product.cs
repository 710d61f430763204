using AspireMl.Testing;
using Npgsql;

namespace AspireMl.Bench.Faults;

/// <summary>Inference.Api with a PostgreSQL, a RabbitMQ and an S3 store of its own, each a process of its own.</summary>
internal sealed class Product : IAsyncDisposable
{
    const string Service = "Inference.Api";

    readonly List<ServiceProcess> _ended = [];
    readonly string _folder = Directory.CreateTempSubdirectory("aspireml-faults-").FullName;

    Product(PostgresServer postgres, RabbitMqServer rabbit, SwiftServer swift)
    {
        (Postgres, Rabbit, Swift) = (postgres, rabbit, swift);
        Proxy = new(postgres.Port);
    }

    public PostgresServer Postgres { get; }

    public RabbitMqServer Rabbit { get; }

    public SwiftServer Swift { get; }

    /// <summary>Between the service and PostgreSQL.</summary>
    public SlowProxy Proxy { get; }

    /// <summary>PostgreSQL's own address.</summary>
    public string Database { get; private set; } = "";

    public ServiceProcess Api { get; private set; } = null!;

    public static async Task<Product> StartAsync()
    {
        var product = new Product(await PostgresServer.StartNewAsync(), await RabbitMqServer.StartNewAsync(), await SwiftServer.StartNewAsync());
        product.Database = await product.Postgres.CreateDatabaseAsync();
        await product.StartApiAsync();
        return product;
    }

    /// <summary>Starts the service; the same data is there for it.</summary>
    public async Task StartApiAsync()
    {
        var throughProxy = new NpgsqlConnectionStringBuilder(Database) { Port = Proxy.Port };
        Api = await ServiceProcess.StartAsync(
            Service,
            ("ConnectionStrings__database", throughProxy.ConnectionString),
            ("ConnectionStrings__queue", Rabbit.ConnectionString),
            ("ConnectionStrings__objects", Swift.ConnectionStringOf("faults")),
            ("Capture__Path", Path.Combine(_folder, "capture")),
            ("Models__UnpackedPath", Path.Combine(_folder, "packages")));
    }

    public async Task KillApiAsync()
    {
        await Api.KillAsync();
        _ended.Add(Api);
    }

    /// <summary>What the service says of its health: the status, or 0 when it does not answer.</summary>
    public async Task<int> HealthAsync()
    {
        try
        {
            using var response = await Api.Client.GetAsync(new Uri("/health", UriKind.Relative));
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var ended in _ended.Append(Api).Distinct())
        {
            await ended.DisposeAsync();
        }

        await Proxy.DisposeAsync();
        await Swift.DisposeAsync();
        await Rabbit.DisposeAsync();
        await Postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
