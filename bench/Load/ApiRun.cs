using System.Globalization;
using System.Text.RegularExpressions;
using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>Inference.Api in a process of its own.</summary>
internal sealed class ApiRun(ServiceProcess process, string folder) : IAsyncDisposable
{
    public HttpClient Http => process.Client;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="database">Its connection string.</param>
    /// <param name="settings">Its configuration beside that, as environment variables.</param>
    public static async Task<ApiRun> StartAsync(string database, params IEnumerable<(string Name, string Value)> settings)
    {
        var folder = Directory.CreateTempSubdirectory("aspireml-bench-").FullName;
        var process = await ServiceProcess.StartAsync(
            "Inference.Api",
            [
                ("ConnectionStrings__database", database),
                ("Objects__Path", Path.Combine(folder, "objects")),
                ("Capture__Path", Path.Combine(folder, "capture")),
                ("Models__UnpackedPath", Path.Combine(folder, "packages")),
                // As the AppHost sets it.
                ("MALLOC_ARENA_MAX", "2"),
                .. settings,
            ]);
        return new(process, folder);
    }

    /// <summary>Its memory, now.</summary>
    public async Task<ProcessMemory> MemoryAsync()
    {
        var page = await MetricsAsync();
        return new(Sum(page, "dotnet_process_memory_working_set_bytes") / (1 << 20), Sum(page, "dotnet_gc_last_collection_memory_committed_size_bytes") / (1 << 20));
    }

    /// <summary>Processor seconds that it has used.</summary>
    public Task<double> ProcessorSecondsAsync() => MetricAsync("dotnet_process_cpu_time_seconds_total");

    /// <summary>The sum of a metric's series.</summary>
    public async Task<double> MetricAsync(string name) => Sum(await MetricsAsync(), name);

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    Task<string> MetricsAsync() => Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));

    static double Sum(string page, string name) =>
        Regex.Matches(page, $$"""^{{Regex.Escape(name)}}(?:\{.*\})? (?<value>\S+)""", RegexOptions.Multiline)
            .Sum(series => double.Parse(series.Groups["value"].Value, CultureInfo.InvariantCulture));
}
