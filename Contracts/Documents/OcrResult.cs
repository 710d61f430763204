namespace AspireMl.Contracts.Documents;

/// <summary>What the OCR read on a document, as the API returns it.</summary>
/// <param name="Page">Size of the first page.</param>
/// <param name="Lines">Lines in reading order, of all pages.</param>
public sealed record OcrResult(PageSize Page, IReadOnlyList<OcrLine> Lines);

/// <summary>One line of text.</summary>
/// <param name="Text">Its words, separated by one space.</param>
/// <param name="Confidence">Mean probability of its characters, 0 to 1.</param>
/// <param name="Box">The line's upright bounding box.</param>
/// <param name="Words">Its words, left to right.</param>
public sealed record OcrLine(string Text, double Confidence, Box Box, IReadOnlyList<OcrWord> Words)
{
    /// <summary>Page number from 1.</summary>
    public int PageNumber { get; init; } = 1;
}

/// <summary>One word and its upright bounding box.</summary>
public sealed record OcrWord(string Text, Box Box);
