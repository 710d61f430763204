namespace AspireMl.Frontend.Blazor.Uploads;

internal sealed class UploadRefusedException(string sentence, int status) : Exception(sentence)
{
    public int Status { get; } = status;

    public static UploadRefusedException TooLarge(long maxBytes) =>
        new($"This image is larger than {maxBytes / 1_000_000.0:0.#} MB. Scan it at a lower resolution or save it as JPEG.", StatusCodes.Status413PayloadTooLarge);

    public static UploadRefusedException NotAnImage() =>
        new("This file is not a JPEG, PNG, WebP or TIFF image.", StatusCodes.Status415UnsupportedMediaType);

    public static UploadRefusedException Full() =>
        new("Too many uploads are waiting. Try again in a moment.", StatusCodes.Status429TooManyRequests);

    public static UploadRefusedException Stale() =>
        new("This page is out of date. Load it again, then choose the image once more.", StatusCodes.Status400BadRequest);
}
