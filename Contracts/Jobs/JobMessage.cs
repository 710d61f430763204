using System.Text.Json;

namespace AspireMl.Contracts.Jobs;

/// <summary>What stands in the queue: <c>{"service", "payload": {...}, "sentAt", "jobId"?}</c>.</summary>
/// <param name="Service">The service it is for.</param>
/// <param name="JobId">The job. A message that names none has one that follows from its bytes, the same at each delivery.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Payload">What is asked.</param>
public sealed record JobMessage(string Service, Guid JobId, DateTimeOffset SentAt, JsonElement Payload)
{
    /// <summary>The message as it is published: UTF-8 JSON.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
}
