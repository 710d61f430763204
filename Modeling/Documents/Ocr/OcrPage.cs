using AspireMl.Contracts.Documents;

namespace AspireMl.Modeling.Documents.Ocr;

/// <summary>The text of one page.</summary>
/// <param name="Number">Page number from 1.</param>
/// <param name="Width">Page width in pixels, as it is shown.</param>
/// <param name="Height">Page height in pixels, as it is shown.</param>
/// <param name="Lines">Lines in reading order, top to bottom and left to right; boxes in pixels of this page.</param>
public sealed record OcrPage(int Number, int Width, int Height, IReadOnlyList<OcrLine> Lines);

/// <summary>The text of a document.</summary>
/// <param name="Pages">Its pages in order; at least one.</param>
public sealed record OcrDocument(IReadOnlyList<OcrPage> Pages)
{
    /// <summary>A small picture of each page for readers that look at it as well: 224 × 224 RGB bytes, or empty.</summary>
    public IReadOnlyList<byte[]> Thumbnails { get; init; } = [];
}
