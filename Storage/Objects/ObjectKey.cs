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

    /// <summary>Whether the text has the form of a key. Nothing else ever becomes part of a path.</summary>
    public static bool IsValid(string? key) => key?.Length == Length && !key.AsSpan().ContainsAnyExcept(HexDigits);

    /// <summary>Compares the key that was given with the hash of what is there.</summary>
    /// <exception cref="ArgumentException">They differ.</exception>
    public static void CheckHash(string key, ReadOnlySpan<byte> hash)
    {
        if (Convert.ToHexStringLower(hash) != key)
        {
            throw new ArgumentException("The content does not have this SHA-256.", nameof(key));
        }
    }

    /// <summary>Returns the key.</summary>
    /// <exception cref="ArgumentException">It does not have the form of a key.</exception>
    public static string Checked(string key) =>
        IsValid(key) ? key : throw new ArgumentException("An object's key is its SHA-256: 64 lower-case hex digits.", nameof(key));
}
