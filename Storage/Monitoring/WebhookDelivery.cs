namespace AspireMl.Storage.Monitoring;

/// <summary>Something to be posted.</summary>
/// <param name="DeliveryId">Its id, the same for every attempt.</param>
/// <param name="Url">Where to; null when the monitor tells nobody any more.</param>
/// <param name="Secret">What to sign it with; null likewise.</param>
/// <param name="Body">The JSON.</param>
/// <param name="Attempts">How often it was tried, this time included.</param>
public sealed record WebhookDelivery(Guid DeliveryId, string? Url, string? Secret, string Body, int Attempts);
