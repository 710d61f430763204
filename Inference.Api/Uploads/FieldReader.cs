using System.Text;
using AspireMl.ServiceDefaults.Refusals;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AspireMl.Inference.Api.Uploads;

/// <summary>Reads single fields of a form, each with its bound.</summary>
static class FieldReader
{
    public const int LongestQuestion = 500;
    const int LongestModel = 64;
    const int MostBytesPerCharacter = 4;
    const int ChunkBytes = 64 * 1024;

    // An image over the limit is read and thrown away up to this factor of it, so that the client, which sends before
    // it listens, gets to see why it is refused.
    const int DrainFactor = 2;

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Bytes that a request may have in all, so that a large image is refused with a sentence, and one beyond reason at once.</summary>
    public static long MostRequestBytes(int maxImageBytes) => ((long)DrainFactor * maxImageBytes) + ChunkBytes;

    public static RefusalException ImageTooLarge(int limit) => Refusal.TooLarge($"The image is larger than {limit / 1048576.0:0.#} MiB; send a smaller one.");

    /// <summary>Reads an image, and tells its media type by its bytes.</summary>
    /// <exception cref="RefusalException">It is larger than the limit, empty, or not an image of a known kind.</exception>
    public static async Task<(byte[] Image, string MediaType)> ReadImageAsync(MultipartSection section, int limit, CancellationToken cancellation)
    {
        ImageMediaType.CheckClaim(MediaTypeHeaderValue.TryParse(section.ContentType, out var type) ? type.MediaType.ToString() : section.ContentType);
        var image = await ReadBytesAsync(section.Body, limit, cancellation);
        return (image, ImageMediaType.Of(image));
    }

    /// <exception cref="RefusalException">Larger than the limit, or empty.</exception>
    static async Task<byte[]> ReadBytesAsync(Stream body, int limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        var total = 0L;
        for (int count; (count = await body.ReadAsync(chunk, cancellation)) > 0;)
        {
            total += count;
            if (total <= limit)
            {
                bytes.Write(chunk, 0, count);
            }
        }

        return total switch
        {
            0 => throw Refusal.Malformed("The field image is empty."),
            _ when total > limit => throw ImageTooLarge(limit),
            _ => bytes.ToArray(),
        };
    }

    /// <exception cref="RefusalException">Empty, longer than <see cref="LongestQuestion"/>, with control characters, or not UTF-8.</exception>
    public static async Task<string> ReadQuestionAsync(Stream body, CancellationToken cancellation)
    {
        var question = (await ReadTextAsync(body, LongestQuestion, cancellation))?.Trim();
        return question is { Length: > 0 and <= LongestQuestion }
            ? question
            : throw Refusal.Malformed($"A question has 1 to {LongestQuestion} characters.");
    }

    /// <exception cref="RefusalException">Not a model's name.</exception>
    public static async Task<string?> ReadModelAsync(Stream body, CancellationToken cancellation) =>
        await ReadTextAsync(body, LongestModel, cancellation) switch
        {
            null => throw Refusal.Malformed($"A model's name has at most {LongestModel} characters."),
            "" => null,
            var name => name,
        };

    // Null when it is too long; white space around it counts.
    static async Task<string?> ReadTextAsync(Stream body, int longest, CancellationToken cancellation)
    {
        var bytes = new byte[(longest * MostBytesPerCharacter) + 1];
        var count = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (count == bytes.Length)
        {
            return null;
        }

        try
        {
            var text = StrictUtf8.GetString(bytes, 0, count);
            return text.Any(char.IsControl) ? throw Refusal.Malformed("A text field holds control characters, such as a line break; send one line of plain text.")
                : text.Length > longest ? null
                : text;
        }
        catch (DecoderFallbackException failure)
        {
            throw Refusal.Malformed("A text field is not UTF-8.", failure);
        }
    }
}
