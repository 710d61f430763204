using AspireMl.Bench.Statistics;

namespace AspireMl.Bench.Images;

/// <summary>The figures of a run.</summary>
internal sealed record BenchReport(string Date, string Machine, int Processors, string Load, ImageComparison Comparison)
{
    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Date}, {Machine}, {Processors} processors, load average over five minutes at the start {Load}");
        writer.WriteLine();
        Print(writer, $"{Comparison.Images} photographs over HTTP, {ImageComparison.Clients} clients", $"the same decoded and run in a session loop, {Processors} threads", Comparison.Throughput);
        writer.WriteLine($"{"images/s over HTTP ÷ in the loop",-62} {1 / Comparison.Throughput.Ratio,10:F3}   (goal: at least 0.90)");
        writer.WriteLine();
        Print(writer, "the same with heat maps, one after the other", "without", Comparison.Explained);
        writer.WriteLine($"{"time with heat maps ÷ without",-62} {Comparison.Explained.Ratio,10:F3}   (goal: at most 1.3)");
        writer.WriteLine();
    }

    void Print(TextWriter writer, string measured, string baseline, PairedRuns runs)
    {
        writer.WriteLine($"{measured,-62} {Comparison.Images / runs.Milliseconds * 1000,10:F1} images/s");
        writer.WriteLine($"{baseline,-62} {Comparison.Images / runs.BaselineMilliseconds * 1000,10:F1} images/s");
    }
}
