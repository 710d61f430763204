using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using AspireMl.Contracts.Documents;
using AspireMl.Modeling.Decoding;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Bench.Documents;

/// <summary>Reads every page of a folder, writes what was read, and compares it with what persons typed.</summary>
internal static class OcrCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Required = true, Description = "Folder with img/ID.jpg and box/ID.csv." };
        var output = new Option<string?>("--out") { Description = "File to write, one JSON line a page." };
        var wrong = new Option<string?>("--wrong") { Description = "File to write, one tab-separated line for each line that was not right." };
        var limit = new Option<int>("--limit") { DefaultValueFactory = _ => int.MaxValue, Description = "Most pages to read." };
        var command = new Command("ocr", "Measures the OCR alone.") { data, output, wrong, limit };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(data), parsed.GetValue(output), parsed.GetValue(wrong), parsed.GetValue(limit)));
        return command;
    }

    static void Run(string data, string? output, string? wrong, int limit)
    {
        var folder = new ReceiptFolder(data);
        using var decoder = new ImageDecoder(new DecodeOptions());
        using var engine = new OcrEngine(new OcrOptions());
        using var pages = output is null ? null : new StreamWriter(output);
        using var mistakes = wrong is null ? null : new StreamWriter(wrong);
        var score = new OcrScore();
        var (decoding, reading) = (new List<double>(), new List<double>());
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var id in folder.Ids().Take(limit))
        {
            var start = Stopwatch.GetTimestamp();
            var decoded = decoder.Decode(folder.Image(id));
            decoding.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            using var image = decoded[0];
            start = Stopwatch.GetTimestamp();
            var page = engine.Read(image, 1);
            reading.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);

            pages?.WriteLine(JsonSerializer.Serialize(new PageLine(id, page.Width, page.Height, page.Lines), JsonSerializerOptions.Web));
            foreach (var (line, read) in score.Add(folder.Lines(id), page.Lines))
            {
                mistakes?.WriteLine($"{id}\t{line.Text}\t{read}\t{line.Box.X},{line.Box.Y},{line.Box.Width},{line.Box.Height}");
            }
        }

        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        Report(score, decoding, reading, seconds / reading.Count);
    }

    static void Report(OcrScore score, List<double> decoding, List<double> reading, double cpuSecondsPerPage)
    {
        Console.WriteLine($"lines {score.Lines}: right {score.RightShare:P2}, ignoring spaces {score.RightIgnoringSpacesShare:P2}, exact {score.ExactShare:P2}, mean similarity {score.MeanSimilarity:F4}");
        Console.WriteLine($"pages {reading.Count}: decode p50 {Percentiles.Of(decoding, 0.5):F0} ms p95 {Percentiles.Of(decoding, 0.95):F0} ms, OCR p50 {Percentiles.Of(reading, 0.5):F0} ms p95 {Percentiles.Of(reading, 0.95):F0} ms, processor {cpuSecondsPerPage:F2} s a page, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
    }

    sealed record PageLine(string Id, int Width, int Height, IReadOnlyList<OcrLine> Lines);
}
