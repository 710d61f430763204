namespace AspireMl.Monitoring.Worker.Telemetry;

/// <summary>What came of an attempt to post.</summary>
static class WebhookOutcomes
{
    public const string Delivered = "delivered";
    public const string Failed = "failed";
    public const string GivenUp = "given_up";

    public static IReadOnlyList<string> All { get; } = [Delivered, Failed, GivenUp];
}
