namespace AspireMl.Storage.Monitoring;

/// <summary>What came of posting.</summary>
/// <param name="DeliveryId">What was posted.</param>
/// <param name="At">When.</param>
/// <param name="Delivered">Whether it was accepted.</param>
/// <param name="RetryAt">When to try again; null when that was the last time.</param>
/// <param name="Message">Why it was not accepted.</param>
public sealed record WebhookOutcome(Guid DeliveryId, DateTimeOffset At, bool Delivered, DateTimeOffset? RetryAt, string? Message);
