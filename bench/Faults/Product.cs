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
    public required string Database { get; init; }

    public ServiceProcess Api { get; private set; } = null!;

    /// <summary>What PostgreSQL keeps its data on, when the disks are small.</summary>
    public SmallDisk? PostgresDisk { get; private init; }

    /// <summary>What RabbitMQ keeps its data on, when the disks are small.</summary>
    public SmallDisk? RabbitDisk { get; private init; }

    /// <summary>What the S3 server keeps its data on, when the disks are small.</summary>
    public SmallDisk? SwiftDisk { get; private init; }

    /// <summary>The service's clock, when it can be moved.</summary>
    public MovableClock? Clock { get; private init; }

    public static async Task<Product> StartAsync(Conditions conditions)
    {
        var small = conditions.HasFlag(Conditions.SmallDisks);
        var (postgresDisk, postgres) = await StartOnAsync(small, () => PostgresServer.StartNewAsync());
        var (rabbitDisk, rabbit) = await StartOnAsync(small, () => RabbitMqServer.StartNewAsync());
        var (swiftDisk, swift) = await StartOnAsync(small, SwiftServer.StartNewAsync);
        var product = new Product(postgres, rabbit, swift)
        {
            PostgresDisk = postgresDisk,
            RabbitDisk = rabbitDisk,
            SwiftDisk = swiftDisk,
            Clock = conditions.HasFlag(Conditions.MovableClock) ? new() : null,
            Database = await postgres.CreateDatabaseAsync(),
        };
        await product.StartApiAsync();
        return product;
    }

    /// <summary>The servers' own addresses, as settings of a service.</summary>
    public IEnumerable<(string Name, string Value)> Connections =>
    [
        ("ConnectionStrings__database", Database),
        ("ConnectionStrings__queue", Rabbit.ConnectionString),
        ("ConnectionStrings__objects", Swift.ConnectionStringOf("faults")),
    ];

    /// <summary>Opens the database past every service.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        // One that is kept would not outlive its server.
        var connection = new NpgsqlConnection(Database + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Starts the service; the same data is there for it.</summary>
    public async Task StartApiAsync()
    {
        var throughProxy = new NpgsqlConnectionStringBuilder(Database) { Port = Proxy.Port };
        Api = await ServiceProcess.StartAsync(
            Service,
            [
                .. Connections,
                .. Clock?.Settings ?? [],
                ("ConnectionStrings__database", throughProxy.ConnectionString),
                ("Capture__Path", Path.Combine(_folder, "capture")),
                ("Models__UnpackedPath", Path.Combine(_folder, "packages")),
            ]);
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
        foreach (var disk in new[] { PostgresDisk, RabbitDisk, SwiftDisk }.OfType<SmallDisk>())
        {
            await disk.DisposeAsync();
        }

        Clock?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    static async Task<(SmallDisk? Disk, T Server)> StartOnAsync<T>(bool small, Func<Task<T>> start) => small ? await SmallDisk.HoldAsync(start) : (null, await start());
}
