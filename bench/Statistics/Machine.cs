namespace AspireMl.Bench.Statistics;

/// <summary>The processor's name.</summary>
internal static class Machine
{
    const string Processors = "/proc/cpuinfo";

    public static string Name() => File.Exists(Processors)
        ? File.ReadLines(Processors).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor"
        : "unknown processor";
}
