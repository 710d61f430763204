using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using AspireMl.Modeling.Documents.Readers;
using AspireMl.Modeling.ModelPackages;
using AspireMl.Retraining.Worker.SpanReader;
using AspireMl.Testing;

namespace AspireMl.Bench.Documents;

/// <summary>The whole benchmark: accuracy, time by stage, memory, and the service against the bare pipeline.</summary>
internal static class BenchCommand
{
    const int GeneratedDocuments = 300;

    /// <summary>Gives a command its options and its work.</summary>
    public static T Configure<T>(T command)
        where T : Command
    {
        var data = new Option<string?>("--data") { Description = "Folder with img/ID.jpg, box/ID.csv, key/ID.json and questions.jsonl." };
        var split = new Option<string>("--split") { DefaultValueFactory = _ => "heldout", Description = "heldout (never in training), vendors (vendors never in training), unseen (both) or all." };
        var limit = new Option<int>("--limit") { DefaultValueFactory = _ => int.MaxValue, Description = "Most pages." };
        var server = new Option<bool>("--server") { DefaultValueFactory = _ => true, Description = "Compare with the service over HTTP as well." };
        var model = new Option<string>("--model") { DefaultValueFactory = _ => Path.Combine(RepositoryRoot.Path, "models", "span-reader"), Description = "Folder of the reader's package." };
        split.AcceptOnlyFromAmong("heldout", "vendors", "unseen", "all");
        foreach (var option in new Option[] { data, split, limit, server, model })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, _) => parsed.GetValue(data) is { } folder
            ? RunAsync(folder, parsed.GetRequiredValue(split), parsed.GetValue(limit), parsed.GetValue(server), parsed.GetRequiredValue(model))
            : MissingAsync());
        return command;
    }

    static Task<int> MissingAsync()
    {
        Console.Error.WriteLine("Name the folder of labelled pages with --data FOLDER.");
        return Task.FromResult(1);
    }

    static async Task<int> RunAsync(string data, string split, int limit, bool server, string model)
    {
        using var reader = DocumentReaders.Open(ModelPackage.Open(model));
        var folder = new ReceiptFolder(data);
        var chosen = ReceiptData.Load(data, id => ReceiptData.Truth(data, id)).Where(receipt => IsIn(split, receipt)).Select(receipt => receipt.Id).Take(limit).ToArray();
        var run = PipelineRun.Of(folder, chosen, reader);
        var receipts = run.Receipts(data);

        var score = new OcrScore();
        foreach (var id in chosen)
        {
            score.Add(folder.Lines(id), run.Pages[id].Pages[0].Lines);
        }

        var report = new BenchReport(reader.Card, split, chosen.Length)
        {
            OcrLinesRight = score.RightShare,
            Stages = run.Stages.ToDictionary(stage => stage.Key, stage => new StageTime(Percentiles.Of(stage.Value, 0.5), Percentiles.Of(stage.Value, 0.95))),
            PagesPerSecond = run.PagesPerSecond,
        };
        foreach (var (name, documents) in Sets(split, receipts))
        {
            report.Add(name, ReaderEvaluation.Ask(reader, documents));
        }

        report.Server = server ? await ServerComparison.MeasureAsync([.. chosen.Select(folder.Image)], reader) : null;
        report.PeakMemoryMiB = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        report.Print(Console.Out);
        Console.WriteLine(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
        return 0;
    }

    static bool IsIn(string split, TrainingDocument receipt) => split == "all" || Splits.Of(receipt.Id, receipt.Group) switch
    {
        Split.HeldOut => split is "heldout" or "unseen",
        Split.UnseenVendor => split is "vendors" or "unseen",
        _ => false,
    };

    static Dictionary<string, IReadOnlyList<TrainingDocument>> Sets(string split, IReadOnlyList<TrainingDocument> receipts) => new()
    {
        [$"receipts-{split}"] = receipts,
        [EvaluationSets.UnseenLabels] = [.. receipts.Select(receipt => receipt with { Questions = [.. receipt.Questions.Where(ReceiptQuestions.AsksUnseenLabel)] })],
        [EvaluationSets.UnseenWordings] = [.. receipts.Select(ReceiptQuestions.InUnseenWordings)],
        [EvaluationSets.Generated] = EvaluationSets.GeneratedDocuments(GeneratedDocuments),
    };
}
