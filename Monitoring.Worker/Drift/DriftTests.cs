using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Statistics.Drift;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>Reads lists of drift methods.</summary>
static class DriftTests
{
    /// <summary>Short names with commas between; null when there is none, which stands for the defaults.</summary>
    /// <exception cref="RefusalException">There is no such method: status 400.</exception>
    public static IReadOnlyList<DriftTest>? Parse(string? names) =>
        Parse(names?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Short names; null when there is none, which stands for the defaults.</summary>
    /// <exception cref="RefusalException">There is no such method: status 400.</exception>
    public static IReadOnlyList<DriftTest>? Parse(IReadOnlyList<string>? names) =>
        names is { Count: > 0 } ? [.. names.Select(Find).Distinct()] : null;

    static DriftTest Find(string name) => DriftTest.Find(name)
        ?? throw Refusal.Malformed($"There is no such drift method; choose from {string.Join(", ", DriftTest.Names)}.");
}
