namespace AspireMl.Frontend.Blazor.Uploads;

/// <summary>What a page does with the images that the browser sends.</summary>
internal interface IUploadTarget
{
    /// <summary>The browser has taken an image and begins to send it.</summary>
    /// <param name="key">Tells the image from the others of this page.</param>
    /// <param name="name">Its name, shortened.</param>
    /// <param name="previewUrl">Where the browser shows it, if it can.</param>
    void Begin(int key, string name, string? previewUrl);

    /// <summary>The browser has sent another part of it.</summary>
    /// <param name="key">The image.</param>
    /// <param name="percent">0 to 100.</param>
    void Progress(int key, int percent);

    /// <summary>The server has the whole image; the file is the page's own from here on.</summary>
    void Arrive(int key, UploadedFile file);

    /// <summary>It was too large, did not arrive, or is not kept any more.</summary>
    void Refuse(int key, string sentence);
}
