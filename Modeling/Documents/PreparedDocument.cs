using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents;

/// <summary>An uploaded image after decoding and OCR, ready for any number of questions.</summary>
/// <param name="InputHash">SHA-256 of the uploaded bytes, lower-case hex.</param>
/// <param name="Document">Its text.</param>
/// <param name="DecodeMs">Milliseconds spent on decoding now; 0 when the OCR was cached.</param>
/// <param name="OcrMs">Milliseconds spent on OCR now; 0 when it was cached.</param>
/// <param name="Cached">True when the page had been read before.</param>
public sealed record PreparedDocument(string InputHash, OcrDocument Document, double DecodeMs, double OcrMs, bool Cached);
