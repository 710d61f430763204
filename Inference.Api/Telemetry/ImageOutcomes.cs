namespace AspireMl.Inference.Api.Telemetry;

/// <summary>What becomes of requests about images.</summary>
internal static class ImageOutcomes
{
    public const string Answered = "answered";
    public const string Refused = "refused";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";

    public static IReadOnlyList<string> All { get; } = [Answered, Refused, Cancelled, Failed];
}
