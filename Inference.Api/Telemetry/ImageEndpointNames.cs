namespace AspireMl.Inference.Api.Telemetry;

/// <summary>Where images come from.</summary>
internal static class ImageEndpointNames
{
    public const string Classify = "classify";
    public const string Batch = "batch";
    public const string Job = "job";

    public static IReadOnlyList<string> All { get; } = [Classify, Batch, Job];
}
