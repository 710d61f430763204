namespace AspireMl.Bench.Faults;

/// <summary>Something that goes wrong while a model is trained and another is watched.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Begin">Brings it about.</param>
/// <param name="End">Ends it.</param>
internal sealed record WorkerFault(string Name, Func<Product, Workers, Task> Begin, Func<Product, Workers, Task> End)
{
    public static IReadOnlyList<WorkerFault> All { get; } =
    [
        Killed("Monitoring.Worker"),
        Killed("Retraining.Worker"),
        Killed("Simulator"),
        new("Inference.Api killed", (product, _) => product.KillApiAsync(), (product, _) => product.StartApiAsync()),
        new("PostgreSQL stopped", (product, _) => product.Postgres.StopAsync(), (product, _) => product.Postgres.StartAsync()),
        new("S3 store killed", (product, _) => product.Swift.KillAsync(), (product, _) => product.Swift.StartAsync()),
    ];

    static WorkerFault Killed(string service) => new($"{service} killed", (_, workers) => workers.KillAsync(service), (_, workers) => workers.StartAsync(service));
}
