using System.CommandLine;
using System.Text.Json;
using AspireMl.Bench.Statistics;
using AspireMl.Bench.Transfer;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.References;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Testing;

namespace AspireMl.Bench.ImageDrift;

/// <summary>How often the detectors of embedding drift are wrong about clean images, and how often they find damaged ones.</summary>
internal static class BenchCommand
{
    const string Testing = "cifar10-test.tar.gz";
    const int ClassesOfFew = 2;

    static readonly string Package = Path.Combine(RepositoryRoot.Path, "models", "objects-10");

    public static RootCommand Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = $"Folder with {Testing}: set/class/number.jpg." };
        var model = new Option<DirectoryInfo>("--model") { DefaultValueFactory = _ => new(Package), Description = "Package of a classifier with a drift reference." };
        var draws = new Option<int>("--draws") { DefaultValueFactory = _ => 100, Description = "Draws of each condition, 10 to 10,000." };
        var size = new Option<int>("--images") { DefaultValueFactory = _ => 200, Description = "Images of a draw, 30 to 1,000." };
        var blur = new Option<double>("--blur") { DefaultValueFactory = _ => 1, Description = "Standard deviation of the blur in pixels." };
        var light = new Option<double>("--light") { DefaultValueFactory = _ => 0.5, Description = "Share of the light that is left when it is dark." };
        var quality = new Option<int>("--quality") { DefaultValueFactory = _ => 10, Description = "Quality of the damaged JPEGs, 1 to 100." };
        data.AcceptExistingOnly();
        model.AcceptExistingOnly();
        var root = new RootCommand("Measures the detectors of embedding drift.") { data, model, draws, size, blur, light, quality };
        root.SetAction((parsed, cancellation) => RunAsync(
            Path.Combine(parsed.GetRequiredValue(data).FullName, Testing),
            parsed.GetRequiredValue(model).FullName,
            Math.Clamp(parsed.GetValue(draws), 10, 10_000),
            Math.Clamp(parsed.GetValue(size), 30, 1000),
            [Damage.None, Damage.Blur(parsed.GetValue(blur)), Damage.Dark(parsed.GetValue(light)), Damage.Jpeg(parsed.GetValue(quality))],
            cancellation));
        return root;
    }

    static async Task<int> RunAsync(string archive, string folder, int draws, int size, Damage[] damages, CancellationToken cancellation)
    {
        var package = ModelPackage.Open(folder);
        if (DriftReference.Of(package) is not { } reference)
        {
            Console.Error.WriteLine($"{folder} has no drift reference; name a package with one.");
            return 1;
        }

        using var model = ImageModel.Open(package);
        var objects = new MemoryObjects();
        var files = new SeenFiles(model, objects, await LabelledFiles.ReadAsync(archive, [.. model.Labels], ImageSplits.Testing, objects, cancellation));
        var judge = new Judge(reference, model.Labels);
        int[] all = [.. Enumerable.Range(0, files.Labels.Count)];
        List<ConditionRates> conditions = [];
        foreach (var damage in damages)
        {
            var seen = await files.SeeAsync(damage, cancellation);
            conditions.Add(judge.Rate(damage.Name, seen, _ => all, draws, size));
            if (damage == Damage.None)
            {
                conditions.Add(judge.Rate("two classes only", seen, random => Few(random, files.Labels, model.Labels), draws, size));
            }
        }

        var report = new BenchReport(
            DateTime.UtcNow.ToString("yyyy-MM-dd"), Machine.Name(), Environment.ProcessorCount, $"{package.Card.Name} {package.Card.Version}", draws, size, conditions);
        report.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }

    static int[] Few(Random random, IReadOnlyList<string> labels, IReadOnlyList<string> classes)
    {
        string[] shuffled = [.. classes];
        random.Shuffle(shuffled);
        var chosen = shuffled.Take(ClassesOfFew).ToHashSet();
        return [.. Enumerable.Range(0, labels.Count).Where(place => chosen.Contains(labels[place]))];
    }
}
