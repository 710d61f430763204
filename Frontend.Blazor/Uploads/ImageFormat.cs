namespace AspireMl.Frontend.Blazor.Uploads;

/// <summary>Tells image formats by their first bytes; what a browser says of a file is only its name's ending.</summary>
internal static class ImageFormat
{
    public const int LongestSignature = 12;

    public const string Tiff = "image/tiff";

    public static string? Detect(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => Tiff,
        _ => null,
    };

    /// <summary>True for the formats that the services take.</summary>
    public static bool IsKnown(string mediaType) => mediaType is "image/jpeg" or "image/png" or "image/webp" or Tiff;

    /// <summary>True when browsers show the format.</summary>
    public static bool IsShownByBrowsers(string mediaType) => mediaType != Tiff;
}
