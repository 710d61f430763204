using System.Diagnostics;
using System.Globalization;
using System.Text;
using AspireMl.Bench.Statistics;
using AspireMl.Contracts.Clients;
using AspireMl.Contracts.Datasets;
using AspireMl.Contracts.Models;
using AspireMl.Testing;

namespace AspireMl.Bench.Tabular;

/// <summary>Rows of CSV through the service into a dataset, checked and stored.</summary>
/// <param name="Seconds">The median time of an upload into an empty dataset.</param>
internal sealed record UploadMeasurement(double Seconds)
{
    public const int Rows = 100_000;
    public const int Features = 17;
    static readonly DateTime First = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static async Task<UploadMeasurement> MeasureAsync(int rounds, CancellationToken cancellation)
    {
        await using var postgres = await PostgresServer.StartNewAsync();
        await using var service = await ServiceProcess.StartAsync("Retraining.Worker", ("ConnectionStrings__database", await postgres.CreateDatabaseAsync()));
        var datasets = new DatasetClient(service.Client);
        var csv = Csv();
        List<double> seconds = [];
        // The first warms up.
        for (var round = 0; round <= rounds; round++)
        {
            var dataset = $"upload-{round}";
            await datasets.PutAsync(dataset, new() { Time = "time", Target = new("quality"), Features = [.. Names().Select(name => new FeatureCard { Name = name, Kind = FeatureKinds.Numeric })] }, cancellation);
            var start = Stopwatch.GetTimestamp();
            var added = await datasets.AddCsvAsync(dataset, DatasetSplits.Training, new MemoryStream(csv), cancellation);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            if (added.Inserted != Rows)
            {
                throw new InvalidOperationException($"Of {Rows} rows {added.Inserted} were taken.");
            }
        }

        return new(Pairs.Median(seconds.Skip(1)));
    }

    static IEnumerable<string> Names() => Enumerable.Range(1, Features).Select(number => $"t_data_{number}");

    static byte[] Csv()
    {
        var random = new Random(1);
        var text = new StringBuilder("time," + string.Join(',', Names()) + ",quality\n");
        for (var row = 0; row < Rows; row++)
        {
            text.Append(First.AddMinutes(row).ToString("O", CultureInfo.InvariantCulture));
            for (var column = 0; column <= Features; column++)
            {
                text.Append(CultureInfo.InvariantCulture, $",{200 + (300 * random.NextDouble()):F3}");
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
