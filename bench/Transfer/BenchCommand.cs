using System.CommandLine;
using AspireMl.Bench.Statistics;
using AspireMl.Contracts.ImageDatasets;
using AspireMl.Contracts.Training;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.Images;

namespace AspireMl.Bench.Transfer;

/// <summary>Classes that a backbone has never seen, learned from few images each.</summary>
internal static class BenchCommand
{
    const string Training = "cifar10-train.tar.gz";
    const string Testing = "cifar10-test.tar.gz";

    public static RootCommand Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = $"Folder with {Training} and {Testing}: set/class/number.jpg." };
        var backbone = new Option<DirectoryInfo>("--backbone") { Required = true, Description = "Package of a classifier that was trained without the classes." };
        var labels = new Option<string>("--classes") { DefaultValueFactory = _ => "bird,deer,ship", Description = "The classes, comma separated." };
        var each = new Option<int>("--images") { DefaultValueFactory = _ => 50, Description = "Images of each class to learn from, a fifth of them for validation." };
        var draws = new Option<int>("--draws") { DefaultValueFactory = _ => 5, Description = "How often images are drawn." };
        var views = new Option<int>("--views") { DefaultValueFactory = _ => new ImageTrainingSettings().Views, Description = "How often each training image is seen." };
        data.AcceptExistingOnly();
        backbone.AcceptExistingOnly();
        var root = new RootCommand("Measures transfer learning.") { data, backbone, labels, each, draws, views };
        root.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(data).FullName,
            parsed.GetRequiredValue(backbone).FullName,
            parsed.GetRequiredValue(labels).Split(','),
            Math.Clamp(parsed.GetValue(each), 10, 1000),
            Math.Clamp(parsed.GetValue(draws), 1, 100),
            new() { Views = Math.Clamp(parsed.GetValue(views), 1, 32) },
            cancellation));
        return root;
    }

    static async Task<int> RunAsync(string data, string folder, string[] labels, int each, int draws, ImageTrainingSettings settings, CancellationToken cancellation)
    {
        using var archive = new MemoryStream();
        ModelPackage.Open(folder).WriteArchive(archive);
        archive.Position = 0;
        using var backbone = ImageBackbone.Open(archive);
        if (backbone.Model.Labels.Intersect(labels).ToArray() is { Length: > 0 } known)
        {
            Console.Error.WriteLine($"The backbone {backbone.Card.Name} knows {string.Join(", ", known)} already; that would measure nothing.");
            return 1;
        }

        var objects = new MemoryObjects();
        var pool = await LabelledFiles.ReadAsync(Path.Combine(data, Training), labels, ImageSplits.Training, objects, cancellation);
        var testing = await LabelledFiles.ReadAsync(Path.Combine(data, Testing), labels, ImageSplits.Testing, objects, cancellation);
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd}, {Machine.Name()}, {Environment.ProcessorCount} processors; {string.Join(", ", labels)} from {each} images each, {settings.Views} views, through {backbone.Card.Name} {backbone.Card.Version}, judged on {testing.Count:N0} images");
        Console.WriteLine($"{"draw",-5} {"accuracy",9} {"macro F1",9} {"macro AUC",9} {"ECE",7} {"penalty",8} {"head s",7} {"all s",6}");
        List<double> accuracies = [];
        for (var seed = 1; seed <= draws; seed++)
        {
            var run = await TransferRun.MeasureAsync(backbone, objects, pool, testing, each, seed, settings, cancellation);
            accuracies.Add(run.Evaluation.Accuracy);
            Console.WriteLine(FormattableString.Invariant(
                $"{seed,-5} {run.Evaluation.Accuracy,9:F4} {run.Evaluation.MacroF1,9:F4} {run.Evaluation.MacroAuc,9:F4} {run.Evaluation.Ece,7:F4} {run.Penalty,8} {run.HeadSeconds,7:F1} {run.SeeingSeconds,6:F1}"));
        }

        Console.WriteLine(FormattableString.Invariant($"mean  {accuracies.Average(),9:F4}   lowest {accuracies.Min():F4}, highest {accuracies.Max():F4}"));
        return 0;
    }
}
