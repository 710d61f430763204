using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AspireMl.Monitoring.Worker.Webhooks;

/// <summary>
/// Signs as Standard Webhooks 1.0 says: HMAC-SHA256 over <c>id.timestamp.body</c>, in Base64 behind <c>v1,</c>. The timestamp is part of
/// what is signed, so that a receiver can turn away what was recorded and sent again.
/// </summary>
static class WebhookSignature
{
    public const string Id = "webhook-id";
    public const string Timestamp = "webhook-timestamp";
    public const string Signature = "webhook-signature";

    public static void Sign(HttpRequestMessage request, Guid deliveryId, DateTimeOffset now, string body, string secret)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{deliveryId}.{timestamp}.{body}"));
        request.Headers.Add(Id, deliveryId.ToString());
        request.Headers.Add(Timestamp, timestamp);
        request.Headers.Add(Signature, $"v1,{Convert.ToBase64String(hash)}");
    }
}
