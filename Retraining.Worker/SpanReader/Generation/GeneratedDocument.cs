using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Retraining.Worker.SpanReader.Generation;

/// <summary>A generated document with all that is known of it, for tests and for looking at.</summary>
/// <param name="Training">What the trainer gets.</param>
/// <param name="Clean">The same page without mistakes and without skew.</param>
/// <param name="Kind">The kind of document.</param>
/// <param name="Template">Kind and number of the layout.</param>
/// <param name="Country">Code of the issuer's country.</param>
/// <param name="Facts">All that it states.</param>
internal sealed record GeneratedDocument(
    TrainingDocument Training,
    OcrDocument Clean,
    string Kind,
    string Template,
    string Country,
    IReadOnlyList<Fact> Facts);
