using System.Security.Cryptography;
using System.Text;

namespace AspireMl.Contracts.Monitoring;

/// <summary>
/// Signatures of posted alerts as Standard Webhooks 1.0 says: HMAC-SHA256 over <c>id.timestamp.body</c>, in Base64 behind <c>v1,</c>. The timestamp
/// is part of what is signed, so that a receiver can turn away what was recorded and sent again.
/// </summary>
public static class WebhookSignature
{
    /// <summary>Header that names the delivery.</summary>
    public const string Id = "webhook-id";

    /// <summary>Header with the time of sending, in seconds since 1970.</summary>
    public const string Timestamp = "webhook-timestamp";

    /// <summary>Header with the signature.</summary>
    public const string Signature = "webhook-signature";

    /// <summary>The signature of a delivery.</summary>
    public static string Of(string id, string timestamp, string body, string secret) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")))}";

    /// <summary>Whether a signature is that of a delivery; how long it takes tells nothing of it.</summary>
    public static bool IsValid(string? signature, string id, string timestamp, string body, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature ?? ""), Encoding.UTF8.GetBytes(Of(id, timestamp, body, secret)));
}
