using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Documents.Ocr;

namespace AspireMl.Modeling.Documents.Readers;

/// <summary>Finds the answer to a question among the words of a document. Safe for use by many threads at once.</summary>
public interface IDocumentReader : IDisposable
{
    /// <summary>The card of the model package behind this reader.</summary>
    ModelCard Card { get; }

    /// <summary>Reads the answer.</summary>
    /// <param name="document">What the OCR read.</param>
    /// <param name="question">The question, 1 to 500 characters.</param>
    /// <param name="cancellation">Stops the work between steps.</param>
    DocumentReading Read(OcrDocument document, string question, CancellationToken cancellation = default);
}

/// <summary>What a reader found.</summary>
/// <param name="Answer">The words found, or null.</param>
/// <param name="Confidence">Calibrated probability that the answer is right, 0 to 1; 0 when there is none.</param>
/// <param name="Evidence">Where the answer stands, one entry a line.</param>
public sealed record DocumentReading(string? Answer, double Confidence, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Nothing was found.</summary>
    public static DocumentReading None { get; } = new(null, 0, []);

    /// <summary>Named numbers behind the decision, for metrics and drift: for example the lead over the second best.</summary>
    public IReadOnlyDictionary<string, double> Features { get; init; } = new Dictionary<string, double>();
}
