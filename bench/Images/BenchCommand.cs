using System.CommandLine;
using System.Text.Json;
using AspireMl.Bench.Statistics;
using AspireMl.Testing;

namespace AspireMl.Bench.Images;

/// <summary>The whole benchmark: images over HTTP against a session loop, and with a heat map against without.</summary>
internal static class BenchCommand
{
    static readonly string Shared = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", "data"));

    public static RootCommand Create()
    {
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 5, Description = "Pairs of runs of each comparison, 1 to 100; the median counts." };
        var graph = new Option<string>("--graph") { DefaultValueFactory = _ => Path.Combine(Shared, "onnx", "light_resnet50.onnx"), Description = "The ResNet50 with constant weights that the ONNX project tests with." };
        var photos = new Option<string>("--photos") { DefaultValueFactory = _ => Path.Combine(Shared, "images", "photos"), Description = "A folder of photographs." };
        var root = new RootCommand("Measures the classification of images over HTTP.") { rounds, graph, photos };
        root.SetAction((parsed, _) => RunAsync(Math.Clamp(parsed.GetValue(rounds), 1, 100), parsed.GetValue(graph)!, parsed.GetValue(photos)!));
        return root;
    }

    static async Task<int> RunAsync(int rounds, string graph, string photos)
    {
        if (!File.Exists(graph) || !Directory.Exists(photos))
        {
            Console.Error.WriteLine($"{graph} or {photos} is not there; name a graph and a folder of photographs.");
            return 1;
        }

        var load = Machine.Load();
        using var models = BenchModels.Write(graph);
        byte[][] images = [.. Directory.EnumerateFiles(photos).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        var report = new BenchReport(
            DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine.Name(), Environment.ProcessorCount, load, await ImageComparison.MeasureAsync(rounds, models, images));
        report.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }
}
