namespace AspireMl.Contracts.Documents;

/// <summary>The answer to a question about a document.</summary>
/// <param name="InferenceId">UUID v7 under which the answer is recorded.</param>
/// <param name="Model">The model version that answered.</param>
/// <param name="Answer">The words found, or null when the document holds no answer.</param>
/// <param name="Confidence">Probability that the answer is right, 0 to 1; 0 when there is none.</param>
/// <param name="Evidence">Where the answer stands, one entry a line; empty when there is none.</param>
/// <param name="Page">Size of the page that holds the answer, or of the first.</param>
/// <param name="Timings">Where the time went.</param>
public sealed record DocumentAnswer(
    Guid InferenceId,
    ModelVersion Model,
    string? Answer,
    double Confidence,
    IReadOnlyList<Evidence> Evidence,
    PageSize Page,
    AnswerTimings Timings);

/// <summary>A model's name and version.</summary>
public sealed record ModelVersion(string Name, string Version);

/// <summary>One piece of the answer on a page.</summary>
/// <param name="Page">Page number from 1.</param>
/// <param name="Text">The words in the box.</param>
/// <param name="Box">Where they stand.</param>
public sealed record Evidence(int Page, string Text, Box Box);

/// <summary>A page's size in pixels, as it is shown.</summary>
public sealed record PageSize(int Width, int Height);

/// <summary>Time spent on an answer, in milliseconds. Decoding and OCR are 0 when the page was read before.</summary>
public sealed record AnswerTimings(double DecodeMs, double OcrMs, double ReadMs, double TotalMs);
