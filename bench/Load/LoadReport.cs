using AspireMl.Bench.Statistics;

namespace AspireMl.Bench.Load;

/// <summary>The figures of a run; a part that was not asked for is null.</summary>
internal sealed record LoadReport(string Date, string Machine, int Processors, string Load)
{
    public Pairs? Replicas { get; init; }

    public Pairs? Echo { get; init; }

    public Pairs? Shared { get; init; }

    public WatchComparison? Watch { get; init; }

    public OverloadRun? Overload { get; init; }

    public SoakRun? Soak { get; init; }

    public void Print(TextWriter writer)
    {
        writer.WriteLine($"{Date}, {Machine}, {Processors} processors, load average over five minutes at the start {Load}");
        writer.WriteLine();
        Print(writer, Replicas, "jobs of a model that sleeps, two processes", "one process", "jobs/s");
        Print(writer, Echo, "one-row answers of a model that does nothing", "a bare echo endpoint", "requests/s");
        Print(writer, Shared, "one-row answers of 32 clients that share runs", "each row in a run of its own", "requests/s");
        Print(writer, Watch?.OneClient, "one client's median of a row, recorded and watched", "neither recorded nor watched", "ms");
        Print(writer, Watch?.TwoClients, "two clients' median of a row, recorded and watched", "neither recorded nor watched", "ms");
        if (Overload is not null)
        {
            Print(writer, Overload.Goodput, "images answered while twice as many come", "as many as can be answered", "images/s");
            writer.WriteLine($"{"99 % of the refusals stay under",-58} {Overload.RefusedP99Milliseconds,10:F1} ms");
            writer.WriteLine();
        }

        if (Soak is not null)
        {
            writer.WriteLine($"{Soak.Minutes:F0} minutes of pages, images and rows: {Soak.Answered} answered, {Soak.Refused} refused, {Soak.Lost} lost");
            writer.WriteLine($"most resident memory in each fifth of the time, MiB: {string.Join(", ", Soak.Memory.Select(memory => $"{memory.Resident:F0}"))}");
            writer.WriteLine($"most of the managed heap: {string.Join(", ", Soak.Memory.Select(memory => $"{memory.Managed:F0}"))}");
        }
    }

    static void Print(TextWriter writer, Pairs? pairs, string measured, string baseline, string unit)
    {
        if (pairs is null)
        {
            return;
        }

        writer.WriteLine($"{measured,-58} {pairs.Measured,10:F2} {unit}");
        writer.WriteLine($"{baseline,-58} {pairs.Baseline,10:F2} {unit}");
        writer.WriteLine($"{"ratio of paired runs",-58} {pairs.Ratio,10:F3}");
        writer.WriteLine();
    }
}
