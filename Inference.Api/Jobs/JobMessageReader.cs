using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using AspireMl.Contracts.Jobs;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Reads what others have put into the queue.</summary>
static class JobMessageReader
{
    const int DeepestPayload = 16;
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestPayload, AllowDuplicateProperties = false };

    /// <summary>Reads a message.</summary>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static JobMessage Read(ReadOnlyMemory<byte> body)
    {
        var root = Parse(body);
        if (root.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("The message is not a JSON object.");
        }

        if (!root.TryGetProperty("service", out var service) || service.ValueKind is not JsonValueKind.String)
        {
            throw new FormatException("The message names no service.");
        }

        if (!root.TryGetProperty("payload", out var payload) || payload.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("The payload of the message is missing or not an object.");
        }

        if (!root.TryGetProperty("sentAt", out var sentAt) || sentAt.ValueKind is not JsonValueKind.String || !sentAt.TryGetDateTimeOffset(out var sent))
        {
            throw new FormatException("The message does not say when it was sent; sentAt is a time such as 2026-11-21T08:30:00Z.");
        }

        return new(service.GetString()!, JobIdOf(root, body, sent), sent.ToUniversalTime(), payload);
    }

    static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new FormatException("The message is not JSON.");
        }
    }

    static Guid JobIdOf(JsonElement root, ReadOnlyMemory<byte> body, DateTimeOffset sent)
    {
        if (root.TryGetProperty("jobId", out var given))
        {
            return given.ValueKind is JsonValueKind.String && given.TryGetGuid(out var jobId)
                ? jobId
                : throw new FormatException("The jobId of the message is not a UUID.");
        }

        // The form of a UUID v7: the time in front, then version and variant, all else from the hash.
        var id = SHA256.HashData(body.Span).AsSpan(0, 16);
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, Math.Max(0, sent.ToUnixTimeMilliseconds()));
        time[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(id, bigEndian: true);
    }
}
