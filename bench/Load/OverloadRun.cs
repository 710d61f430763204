using System.Net;
using AspireMl.Bench.Statistics;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>What is answered while twice as many images come as the service can classify, and how fast the others are refused.</summary>
/// <param name="Goodput">Answers per second at twice the capacity, against the capacity.</param>
/// <param name="RefusedP99Milliseconds">The time under which 99 % of the refusals stay.</param>
internal sealed record OverloadRun(Pairs Goodput, double RefusedP99Milliseconds)
{
    const int Clients = 8;
    static readonly TimeSpan Duration = TimeSpan.FromSeconds(8);
    static readonly Uri Classify = new("/v1/images/classify", UriKind.Relative);

    public static async Task<OverloadRun> MeasureAsync(int rounds)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var api = await ApiRun.StartAsync(await postgres.CreateDatabaseAsync());
        var image = await File.ReadAllBytesAsync(Samples.Paths[0]);
        var capacity = 0.0;
        List<double> refused = [];
        var goodput = await Pairs.OfAsync(
            rounds,
            async () =>
            {
                // Of the first pair nothing counts, so that its capacity may be measured twice.
                capacity = capacity > 0 ? capacity : await CapacityAsync();
                var pressure = await Pressure.OfArrivalsAsync(2 * capacity, Duration, AskAsync);
                refused.Add(pressure.Percentile(HttpStatusCode.TooManyRequests, 0.99));
                return pressure.PerSecond(HttpStatusCode.OK);
            },
            async () => capacity = await CapacityAsync());
        return new(goodput, Pairs.Median(refused));

        async Task<double> CapacityAsync() => (await Pressure.OfClientsAsync(Clients, Duration, AskAsync)).PerSecond(HttpStatusCode.OK);

        Task<HttpStatusCode> AskAsync() => Calls.PostImageAsync(api.Http, Classify, image);
    }
}
