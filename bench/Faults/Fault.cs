namespace AspireMl.Bench.Faults;

/// <summary>Something that goes wrong for a while.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Begin">Brings it about.</param>
/// <param name="End">Ends it.</param>
/// <param name="Needs">What the product must run on for it.</param>
internal sealed record Fault(string Name, Func<Product, Task> Begin, Func<Product, Task> End, Conditions Needs = Conditions.None)
{
    // Less than what RabbitMQ wants to be free.
    const long FewBytes = 5_000_000;

    static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IReadOnlyList<Fault> All { get; } =
    [
        new("PostgreSQL stopped", product => product.Postgres.StopAsync(), product => product.Postgres.StartAsync()),
        new("PostgreSQL killed", product => product.Postgres.KillAsync(), product => product.Postgres.StartAsync()),
        new("PostgreSQL slow by 200 ms each way", product => SetDelayAsync(product, Slow), product => SetDelayAsync(product, TimeSpan.Zero)),
        new("PostgreSQL's disk full", product => product.PostgresDisk!.FillAsync(), FreePostgresAsync, Conditions.SmallDisks),
        new("RabbitMQ stopped", product => product.Rabbit.StopAsync(), product => product.Rabbit.StartAsync()),
        new("RabbitMQ killed", product => product.Rabbit.KillAsync(), product => product.Rabbit.StartAsync()),
        new("RabbitMQ's disk full but for 5 MB", product => product.RabbitDisk!.FillAsync(FewBytes), product => product.RabbitDisk!.FreeAsync(), Conditions.SmallDisks),
        new("RabbitMQ's disk full to the last byte", product => product.RabbitDisk!.FillAsync(), FreeRabbitAsync, Conditions.SmallDisks),
        new("S3 store killed", product => product.Swift.KillAsync(), product => product.Swift.StartAsync()),
        new("S3 store's disk full", product => product.SwiftDisk!.FillAsync(), product => product.SwiftDisk!.FreeAsync(), Conditions.SmallDisks),
        new("Inference.Api killed", product => product.KillApiAsync(), product => product.StartApiAsync()),
        new("Clock of Inference.Api an hour ahead", product => MoveAsync(product, Hour), product => MoveAsync(product, TimeSpan.Zero), Conditions.MovableClock),
        new("Clock of Inference.Api an hour behind", product => MoveAsync(product, -Hour), product => MoveAsync(product, TimeSpan.Zero), Conditions.MovableClock),
    ];

    /// <summary>Why it cannot be tried here, or null.</summary>
    public string? Hindrance => this switch
    {
        { Needs: Conditions.SmallDisks } when !SmallDisk.CanBeMounted => "only root can mount small disks",
        { Needs: Conditions.MovableClock } when !MovableClock.IsThere => "libfaketime is not installed",
        _ => null,
    };

    static Task SetDelayAsync(Product product, TimeSpan delay)
    {
        product.Proxy.Delay = delay;
        return Task.CompletedTask;
    }

    static Task MoveAsync(Product product, TimeSpan offset)
    {
        product.Clock!.Move(offset);
        return Task.CompletedTask;
    }

    // Its log of quorum queues does not go on by itself, so it is started again, as its probe would have it.
    static async Task FreeRabbitAsync(Product product)
    {
        await product.RabbitDisk!.FreeAsync();
        await product.Rabbit.StopAsync();
        await product.Rabbit.StartAsync();
    }

    // It ends where it cannot write its log, and is started again as any server would be.
    static async Task FreePostgresAsync(Product product)
    {
        await product.PostgresDisk!.FreeAsync();
        if (!product.Postgres.IsRunning)
        {
            await product.Postgres.StartAsync();
        }
    }
}
