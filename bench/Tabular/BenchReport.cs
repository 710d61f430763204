using AspireMl.Bench.Statistics;

namespace AspireMl.Bench.Tabular;

/// <summary>The figures of a run.</summary>
internal sealed record BenchReport(string Date, string Machine, int Processors, string Load, RowComparison? Rows, JobComparison? Jobs, UploadMeasurement? Upload)
{
    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Date}, {Machine}, {Processors} processors, load average over five minutes at the start {Load}");
        writer.WriteLine();
        if (Rows is not null)
        {
            Print(writer, $"{RowComparison.Rows:N0} rows over HTTP, one request after the other", "the same rows in a session loop", Rows.InTurn, RowComparison.Rows, "rows/s");
            Print(writer, $"{RowComparison.Rows:N0} rows over HTTP, {RowComparison.Clients} clients", "the same rows in a session loop", Rows.Together, RowComparison.Rows, "rows/s");
        }

        if (Jobs is not null)
        {
            Print(writer, $"{Jobs.Jobs:N0} jobs of one row over RabbitMQ", "the same messages published, consumed and acknowledged", Jobs.Runs, Jobs.Jobs, "jobs/s");
        }

        if (Upload is not null)
        {
            writer.WriteLine($"{$"{UploadMeasurement.Rows:N0} rows of {UploadMeasurement.Features} features by CSV into a dataset",-58} {Upload.Seconds,10:F2} s");
            writer.WriteLine();
        }
    }

    static void Print(TextWriter writer, string measured, string baseline, PairedRuns runs, int count, string unit)
    {
        writer.WriteLine($"{measured,-58} {count / runs.Milliseconds * 1000,10:F0} {unit}");
        writer.WriteLine($"{baseline,-58} {count / runs.BaselineMilliseconds * 1000,10:F0} {unit}");
        writer.WriteLine($"{"ratio of paired runs",-58} {1 / runs.Ratio,10:F3}");
        writer.WriteLine();
    }
}
