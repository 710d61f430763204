namespace AspireMl.Modeling.Decoding;

/// <summary>Why an uploaded file is not accepted as an image.</summary>
public enum ImageRejection
{
    /// <summary>Not one of JPEG, PNG, WebP, TIFF (status 415).</summary>
    UnsupportedFormat,

    /// <summary>Of a known format, but damaged, truncated, animated, or of several pages where one is wanted (status 422).</summary>
    Unreadable,

    /// <summary>More pixels or pages than allowed (status 413).</summary>
    TooLarge,

    /// <summary>Too small to show anything (status 422).</summary>
    TooSmall,
}

/// <summary>The uploaded file cannot be used; the message is a sentence for the person who sent it.</summary>
public sealed class ImageRejectedException(ImageRejection reason, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public ImageRejection Reason { get; } = reason;
}
