using System.Globalization;

namespace AspireMl.ServiceDefaults.Queries;

/// <summary>Reads times as people and programs write them by ISO 8601, or with a space between date and time as RFC 3339 allows.</summary>
public static class IsoTime
{
    static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <summary>Reads a time; it is UTC unless it says otherwise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time, UTC.</param>
    /// <returns>False when the text is no time.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
