using System.Text.Json;
using AspireMl.ServiceDefaults.Refusals;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Jobs;

/// <summary>Reads the payloads of jobs about stored images.</summary>
static class JobPayload
{
    const string ImageName = "image";

    /// <summary>The hash of the payload's image.</summary>
    /// <exception cref="RefusalException">There is none: status 422.</exception>
    public static string ImageOf(JsonElement payload) =>
        Text(payload, ImageName) is { } image && ObjectKey.IsValid(image)
            ? image
            : throw Refusal.Unusable("The payload's image is the SHA-256 of an image that was sent before: 64 lower-case hex digits.");

    /// <summary>A text of the payload, or null.</summary>
    public static string? Text(JsonElement payload, string name) =>
        Find(payload, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A value of the payload; null when it is not there or null.</summary>
    public static JsonElement? Find(JsonElement payload, string name) =>
        payload.ValueKind is JsonValueKind.Object && payload.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
}
