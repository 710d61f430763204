using AspireMl.Contracts.Documents;

namespace AspireMl.Retraining.Worker.SpanReader.Generation.Rendering;

/// <summary>A printed word in pixels before it becomes OCR output.</summary>
internal sealed record InkWord(string Text, Box Box, bool IsAnswer);
