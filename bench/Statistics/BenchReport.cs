namespace AspireMl.Bench.Statistics;

/// <summary>The figures of a run.</summary>
internal sealed record BenchReport(string Date, string Machine, int Processors, PairedRuns Columns, StreamMeasurement Stream, VectorMeasurement Vectors)
{
    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Date}, {Machine}, {Processors} processors");
        writer.WriteLine();
        writer.WriteLine($"{"1M x 1M values: KS, Wasserstein, PSI, JS, Hellinger",-52} {Columns.Milliseconds,9:F1} ms");
        writer.WriteLine($"{"Array.Sort of both columns",-52} {Columns.BaselineMilliseconds,9:F1} ms");
        writer.WriteLine($"{"ratio of paired runs",-52} {Columns.Ratio,9:F3}");
        writer.WriteLine($"{"streaming, 1M rows",-52} {Stream.ShortNanoseconds,9:F1} ns a row");
        writer.WriteLine($"{"streaming, 10M rows",-52} {Stream.LongNanoseconds,9:F1} ns a row");
        writer.WriteLine($"{"ratio of paired runs",-52} {Stream.Ratio,9:F3}");
        writer.WriteLine($"{"sketch at 1M and 10M rows",-52} {Stream.ShortBytes,9} and {Stream.LongBytes} bytes");
        writer.WriteLine($"{"MMD, 1,000 x 1,000 rows of 32, 200 shuffles",-52} {Vectors.Milliseconds,9:F1} ms");
        writer.WriteLine($"{"the same, 999 shuffles",-52} {Vectors.KernelMilliseconds,9:F1} ms");
        writer.WriteLine($"{"distance of their means, 999 shuffles",-52} {Vectors.MeansMilliseconds,9:F1} ms");
        writer.WriteLine($"{"share of their components that drifted",-52} {Vectors.ComponentsMilliseconds,9:F1} ms");
        writer.WriteLine($"{"classifier that tells them apart, 5 folds",-52} {Vectors.ClassifierMilliseconds,9:F1} ms");
        writer.WriteLine($"{"their plane",-52} {Vectors.PlaneMilliseconds,9:F1} ms");
        writer.WriteLine($"{"KS error at 10M rows, stated bound",-52} {Stream.KsError,9:F5}, {Stream.StatedError:F5}");
    }
}
