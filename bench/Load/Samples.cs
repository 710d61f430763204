using AspireMl.Testing;

namespace AspireMl.Bench.Load;

/// <summary>The pages that the product brings along.</summary>
internal static class Samples
{
    public static IReadOnlyList<string> Paths { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Frontend.Blazor", "wwwroot", "samples"), "*.jpg").Order(StringComparer.Ordinal)];
}
