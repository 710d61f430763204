using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace AspireMl.Contracts.Paging;

/// <summary>A place in a list that is ordered by a text. Its form is opaque to clients.</summary>
public static class TextCursor
{
    const int MostBytes = 4096;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes a page of what was found.</summary>
    /// <param name="found">One item more than asked for, if there is one: it tells that there is a next page.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="place">The text that an item has in the order of the list.</param>
    public static Page<T> PageOf<T>(IReadOnlyList<T> found, int limit, Func<T, string> place) =>
        found.Count > limit ? new([.. found.Take(limit)], Base64Url.EncodeToString(Strict.GetBytes(place(found[limit - 1])))) : new(found, null);

    /// <summary>Reads the opaque form.</summary>
    /// <returns>The text, or null when it is not a cursor.</returns>
    public static string? Read(string? cursor)
    {
        var bytes = new byte[MostBytes];
        if (cursor is null or "" || Base64Url.DecodeFromChars(cursor, bytes, out var read, out var written) != OperationStatus.Done || read != cursor.Length)
        {
            return null;
        }

        try
        {
            return Strict.GetString(bytes, 0, written);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
