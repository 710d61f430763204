namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>Estimates how much memory a document that was read takes.</summary>
internal static class DocumentSize
{
    // Objects of a 64-bit runtime: a line or word with its header, box and list slots; a string with its header.
    const int LineBytes = 160, WordBytes = 64, StringBytes = 24;

    internal static long Estimate(OcrDocument document)
    {
        var bytes = document.Thumbnails.Sum(static thumbnail => (long)thumbnail.Length);
        foreach (var line in document.Pages.SelectMany(static page => page.Lines))
        {
            bytes += LineBytes + StringBytes + (2L * line.Text.Length);
            bytes += line.Words.Sum(static word => WordBytes + StringBytes + (2L * word.Text.Length));
        }

        return bytes;
    }
}
