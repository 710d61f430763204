using AspireMl.Bench.Statistics;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>Jobs per second of two processes that share a queue, against one; the model sleeps.</summary>
internal static class ReplicaComparison
{
    const int Jobs = 300;

    public static async Task<Pairs> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var rabbit = await RabbitMqServer.StartNewAsync();
        await using var two = await Replicas.StartAsync(postgres, rabbit, 2);
        await using var one = await Replicas.StartAsync(postgres, rabbit, 1);
        return await Pairs.OfAsync(rounds, () => two.RunAsync(Jobs), () => one.RunAsync(Jobs));
    }
}
