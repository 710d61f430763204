using System.CommandLine;
using System.Diagnostics;

namespace AspireMl.Retraining.Worker.SpanReader;

/// <summary>The command <c>train span-reader</c>.</summary>
internal static class TrainSpanReaderCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "Folder with img/ID.jpg, key/ID.json and questions.jsonl." };
        var output = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder of the package." };
        var ocr = new Option<FileInfo>("--ocr") { DefaultValueFactory = _ => new(Path.Combine("artifacts", "span-reader", "ocr.jsonl")), Description = "File that keeps the OCR of the pages; missing pages are read and added." };
        var generated = new Option<int>("--generated") { DefaultValueFactory = _ => new RankerOptions().GeneratedDocuments, Description = "How many documents to generate." };
        var version = new Option<string>("--version") { DefaultValueFactory = _ => new RankerOptions().Version, Description = "Version of the package." };
        var errors = new Option<FileInfo?>("--errors") { Description = "File to write the wrong answers to." };
        data.AcceptExistingOnly();
        var command = new Command("span-reader", "Trains the default document reader.") { data, output, ocr, generated, version, errors };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(data).FullName,
            parsed.GetRequiredValue(output).FullName,
            parsed.GetRequiredValue(ocr).FullName,
            new RankerOptions { GeneratedDocuments = parsed.GetValue(generated), Version = parsed.GetRequiredValue(version) },
            parsed.GetValue(errors)?.FullName));
        return command;
    }

    static void Run(string data, string output, string ocr, RankerOptions options, string? errors)
    {
        var clock = Stopwatch.StartNew();
        void Report(string line) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,7:F1} s  {line}");

        var store = new OcrStore(ocr);
        store.ReadMissing(data, ReceiptData.Ids(data), Report);
        using var mistakes = errors is null ? null : new StreamWriter(errors);
        new SpanReaderTraining(options, Report) { Errors = (set, answers) => WriteErrors(mistakes, set, answers) }
            .Run(ReceiptData.Load(data, store.Find), output);
        Report($"The package is in {output}.");
    }

    static void WriteErrors(StreamWriter? writer, string set, IReadOnlyList<Answered> answers)
    {
        foreach (var answer in answers.Where(answer => answer.Anls < 0.9))
        {
            writer?.WriteLine($"{set}\t{answer.DocumentId}\t{answer.Question.Kind}\t{answer.Anls:F2}\t{answer.Confidence:F2}\t{answer.Question.Question}\t[{answer.Question.Answer}]\t[{answer.Answer}]");
        }
    }
}
