using System.CommandLine;
using System.Text.Json;
using AspireMl.Bench.Statistics;

namespace AspireMl.Bench.Load;

/// <summary>The whole benchmark: replicas, overhead, capture and monitoring, overload, and a long run.</summary>
internal static class BenchCommand
{
    enum Part
    {
        All,
        Replicas,
        Echo,
        Shared,
        Watch,
        Overload,
        Soak,
    }

    public static RootCommand Create()
    {
        var part = new Option<Part>("--part") { DefaultValueFactory = _ => Part.All, Description = "What to measure." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Pairs of runs of each comparison, 1 to 100; the median counts." };
        var minutes = new Option<int>("--minutes") { DefaultValueFactory = _ => 10, Description = "Length of the long run, 1 to 1,440." };
        var urls = new Option<string?>("--urls") { Description = "Only echo at this address; the benchmark starts itself so.", Hidden = true };
        var root = new RootCommand("Measures the services under load.") { part, rounds, minutes, urls };
        root.SetAction((parsed, cancellation) => parsed.GetValue(urls) is { } address
            ? EchoServer.RunAsync(address, cancellation)
            : MeasureAsync(parsed.GetValue(part), Math.Clamp(parsed.GetValue(rounds), 1, 100), TimeSpan.FromMinutes(Math.Clamp(parsed.GetValue(minutes), 1, 1440))));
        return root;
    }

    static async Task MeasureAsync(Part part, int rounds, TimeSpan length)
    {
        var report = new LoadReport(DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine.Name(), Environment.ProcessorCount, Machine.Load())
        {
            Replicas = Wants(Part.Replicas) ? await ReplicaComparison.MeasureAsync(rounds) : null,
            Echo = Wants(Part.Echo) ? await EchoComparison.MeasureAsync(rounds) : null,
            Shared = Wants(Part.Shared) ? await SharedRunsComparison.MeasureAsync(rounds) : null,
            Watch = Wants(Part.Watch) ? await WatchComparison.MeasureAsync(rounds) : null,
            Overload = Wants(Part.Overload) ? await OverloadRun.MeasureAsync(rounds) : null,
            Soak = Wants(Part.Soak) ? await SoakRun.MeasureAsync(length) : null,
        };
        report.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));

        bool Wants(Part one) => part == Part.All || part == one;
    }
}
