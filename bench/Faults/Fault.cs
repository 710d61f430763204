namespace AspireMl.Bench.Faults;

/// <summary>Something that goes wrong for a while.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Begin">Brings it about.</param>
/// <param name="End">Ends it.</param>
internal sealed record Fault(string Name, Func<Product, Task> Begin, Func<Product, Task> End)
{
    static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("PostgreSQL stopped", product => product.Postgres.StopAsync(), product => product.Postgres.StartAsync()),
        new("PostgreSQL killed", product => product.Postgres.KillAsync(), product => product.Postgres.StartAsync()),
        new("PostgreSQL slow by 200 ms each way", product => SetDelayAsync(product, Slow), product => SetDelayAsync(product, TimeSpan.Zero)),
        new("RabbitMQ stopped", product => product.Rabbit.StopAsync(), product => product.Rabbit.StartAsync()),
        new("RabbitMQ killed", product => product.Rabbit.KillAsync(), product => product.Rabbit.StartAsync()),
        new("S3 store killed", product => product.Swift.KillAsync(), product => product.Swift.StartAsync()),
        new("Inference.Api killed", product => product.KillApiAsync(), product => product.StartApiAsync()),
    ];

    static Task SetDelayAsync(Product product, TimeSpan delay)
    {
        product.Proxy.Delay = delay;
        return Task.CompletedTask;
    }
}
