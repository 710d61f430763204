using AspireMl.Contracts.Models;
using AspireMl.Retraining.Worker.SpanReader;

namespace AspireMl.Bench.Documents;

/// <summary>Median and 95th percentile of a stage, in milliseconds.</summary>
internal sealed record StageTime(double P50Ms, double P95Ms);

/// <summary>What one set of questions came to.</summary>
internal sealed record SetScore(KindScore All, IReadOnlyDictionary<string, KindScore> Kinds, double CalibrationError);

/// <summary>The figures of a run.</summary>
internal sealed class BenchReport(ModelCard card, string split, int pages)
{
    public string Model { get; } = $"{card.Name} {card.Version}";

    public string Split { get; } = split;

    public int Pages { get; } = pages;

    public int Processors { get; } = Environment.ProcessorCount;

    public Dictionary<string, SetScore> Sets { get; } = [];

    public double OcrLinesRight { get; init; }

    public required IReadOnlyDictionary<string, StageTime> Stages { get; init; }

    public double PagesPerSecond { get; init; }

    public ServerComparison? Server { get; set; }

    public double PeakMemoryMiB { get; set; }

    /// <summary>Scores a set.</summary>
    public void Add(string name, IReadOnlyList<Answered> answers)
    {
        if (answers.Count > 0)
        {
            Sets[name] = new(ReaderEvaluation.Summary(answers), ReaderEvaluation.ByKind(answers), ReaderEvaluation.CalibrationError(answers));
        }
    }

    /// <summary>Prints the tables.</summary>
    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Model} on {Pages} pages ({Split}), {Processors} processors");
        writer.WriteLine();
        writer.WriteLine($"{"questions",-28} {"kind",-16} {"ANLS",6} {"exact",6} {"count",6} {"ECE",6}");
        foreach (var (name, set) in Sets)
        {
            writer.WriteLine($"{name,-28} {"all",-16} {set.All.Anls,6:F3} {set.All.ExactMatch,6:F3} {set.All.Count,6} {set.CalibrationError,6:F3}");
            foreach (var (kind, score) in set.Kinds)
            {
                writer.WriteLine($"{string.Empty,-28} {kind,-16} {score.Anls,6:F3} {score.ExactMatch,6:F3} {score.Count,6}");
            }
        }

        writer.WriteLine();
        writer.WriteLine($"OCR lines right within 20 % edit distance: {OcrLinesRight:P1}");
        foreach (var (name, time) in Stages)
        {
            writer.WriteLine($"{name,-18} p50 {time.P50Ms,7:F0} ms   p95 {time.P95Ms,7:F0} ms");
        }

        writer.WriteLine($"pages per second   {PagesPerSecond:F2}, one at a time");
        if (Server is { } server)
        {
            writer.WriteLine($"HTTP ÷ bare        latency p50 {server.LatencyRatio:F3}, pages per second at 4 clients {server.ThroughputRatio:F3}");
            writer.WriteLine($"service's memory   {string.Join(" → ", server.MemoryMiB.Select(mebibytes => $"{mebibytes:F0}"))} MiB");
        }

        writer.WriteLine($"peak memory        {PeakMemoryMiB:F0} MiB in this process");
    }
}
