using System.CommandLine;
using System.Text.Json;
using AspireMl.Bench.Statistics;

namespace AspireMl.Bench.Tabular;

/// <summary>The whole benchmark: rows over HTTP against a session, jobs over RabbitMQ against its client, rows of CSV into a dataset.</summary>
internal static class BenchCommand
{
    enum Part
    {
        All,
        Rows,
        Jobs,
        Upload,
    }

    public static RootCommand Create()
    {
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Pairs of runs of each comparison, 1 to 100; the median counts." };
        var jobs = new Option<int>("--jobs") { DefaultValueFactory = _ => 2000, Description = "Jobs of a run, 10 to 100,000." };
        var part = new Option<Part>("--part") { DefaultValueFactory = _ => Part.All, Description = "What to measure." };
        var root = new RootCommand("Measures tabular answers, over HTTP and over RabbitMQ, and uploads of rows.") { rounds, jobs, part };
        root.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetValue(part), Math.Clamp(parsed.GetValue(rounds), 1, 100), Math.Clamp(parsed.GetValue(jobs), 10, 100_000), cancellation));
        return root;
    }

    static async Task<int> RunAsync(Part part, int rounds, int jobs, CancellationToken cancellation)
    {
        var report = new BenchReport(
            DateTime.UtcNow.ToString("yyyy-MM-dd"),
            Machine.Name(),
            Environment.ProcessorCount,
            Machine.Load(),
            part is Part.All or Part.Rows ? await RowComparison.MeasureAsync(rounds) : null,
            part is Part.All or Part.Jobs ? await JobComparison.MeasureAsync(rounds, jobs, cancellation) : null,
            part is Part.All or Part.Upload ? await UploadMeasurement.MeasureAsync(rounds, cancellation) : null);
        report.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }
}
