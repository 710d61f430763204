using AspireMl.ServiceDefaults.Refusals;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Tells an image's media type by its first bytes; what the client says of it is a hint that only ever refuses.</summary>
static class ImageMediaType
{
    const string Accepted = "send a JPEG, PNG, WebP or TIFF image.";
    static readonly string[] Claims = ["image/jpeg", "image/jpg", "image/pjpeg", "image/png", "image/webp", "image/tiff", "image/tif", "application/octet-stream"];

    /// <summary>Refuses a part that claims to be something else than an image of a known kind.</summary>
    /// <param name="claim">The part's Content-Type, without parameters, or null.</param>
    /// <exception cref="RefusalException">Status 415.</exception>
    public static void CheckClaim(string? claim)
    {
        if (!string.IsNullOrEmpty(claim) && !Claims.Contains(claim, StringComparer.OrdinalIgnoreCase))
        {
            throw Refusal.WrongMediaType($"The field image has the wrong media type; {Accepted}");
        }
    }

    /// <summary>The media type of these bytes.</summary>
    /// <exception cref="RefusalException">An image or document of another kind: status 415; not an image at all: status 422.</exception>
    public static string Of(ReadOnlySpan<byte> image) => image switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'I', (byte)'I', 42 or 43, 0, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => "image/tiff",
        _ when OtherKind(image) is { } kind => throw Refusal.WrongMediaType($"{kind} cannot be read; {Accepted}"),
        _ => throw Refusal.Unusable($"The file is not an image; {Accepted}"),
    };

    static string? OtherKind(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "A GIF",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "A PDF",
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => "A bitmap (BMP)",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "A HEIC or AVIF image",
        [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] => "A JPEG 2000 image",
        _ => null,
    };
}
