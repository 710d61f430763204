using System.CommandLine;
using System.Text.Json;

namespace AspireMl.Bench.Statistics;

/// <summary>The whole benchmark: comparing two large columns against sorting them, streaming against the length of the stream, and comparing vectors.</summary>
internal static class BenchCommand
{
    public static RootCommand Create()
    {
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 7, Description = "Pairs of runs of each comparison; the median counts." };
        var root = new RootCommand("Measures the statistics: comparing columns, streams, and vectors.") { rounds };
        root.SetAction(parsed => Run(parsed.GetValue(rounds)));
        return root;
    }

    static int Run(int rounds)
    {
        if (rounds < 1)
        {
            Console.Error.WriteLine("--rounds needs at least 1.");
            return 1;
        }

        var report = new BenchReport(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine.Name(), Environment.ProcessorCount, ColumnComparison.Measure(rounds), StreamMeasurement.Measure(rounds), VectorMeasurement.Measure(rounds));
        report.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }
}
