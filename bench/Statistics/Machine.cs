namespace AspireMl.Bench.Statistics;

/// <summary>What a benchmark runs on.</summary>
internal static class Machine
{
    const string Processors = "/proc/cpuinfo";
    const string Loads = "/proc/loadavg";

    /// <summary>The processor's name.</summary>
    public static string Name() => File.Exists(Processors)
        ? File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : "unknown processor";

    /// <summary>The load average over five minutes: figures of a machine that others work on too are worth less.</summary>
    public static string Load() => File.Exists(Loads) ? File.ReadAllText(Loads).Split(' ')[1] : "unknown";
}
