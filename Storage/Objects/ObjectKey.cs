using System.Buffers;
using System.Security.Cryptography;

namespace AspireMl.Storage.Objects;

/// <summary>The key of an object: its SHA-256 in lower-case hex.</summary>
public static class ObjectKey
{
    const int Length = 2 * SHA256.HashSizeInBytes;
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>The key of these bytes.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The key of a stream's bytes from where it stands; it is left at its end.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken cancellation) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));

    /// <summary>Whether the text has the form of a key. Nothing else ever becomes part of a path.</summary>
    public static bool IsValid(string? key) => key?.Length == Length && !key.AsSpan().ContainsAnyExcept(HexDigits);

    /// <summary>Returns the key.</summary>
    /// <exception cref="ArgumentException">It does not have the form of a key.</exception>
    public static string Checked(string key) =>
        IsValid(key) ? key : throw new ArgumentException("An object's key is its SHA-256: 64 lower-case hex digits.", nameof(key));

    /// <summary>Checks that a key is that of the bytes to be kept under it.</summary>
    /// <exception cref="ArgumentException">It does not have the form of a key, or is another one.</exception>
    internal static void Check(string key, ReadOnlySpan<byte> content) => Require(Checked(key), Of(content));

    /// <summary>Checks that a key is that of the bytes to be kept under it, and leaves the stream at its start.</summary>
    /// <exception cref="ArgumentException">It does not have the form of a key, or is another one.</exception>
    internal static async Task CheckAsync(string key, Stream content, CancellationToken cancellation)
    {
        Checked(key);
        content.Position = 0;
        Require(key, await OfAsync(content, cancellation));
        content.Position = 0;
    }

    /// <summary>Checks that what is kept under a key still has it, and leaves the stream at its start.</summary>
    /// <exception cref="InvalidDataException">It has another one.</exception>
    internal static async Task CheckStoredAsync(string key, Stream stored, CancellationToken cancellation)
    {
        stored.Position = 0;
        if (await OfAsync(stored, cancellation) != key)
        {
            throw new InvalidDataException($"The stored object {key} is damaged.");
        }

        stored.Position = 0;
    }

    static void Require(string key, string actual)
    {
        if (actual != key)
        {
            throw new ArgumentException("The content does not have this SHA-256.", nameof(key));
        }
    }
}
