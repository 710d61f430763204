using System.Text.Json;
using AspireMl.Contracts.Documents;

namespace AspireMl.Contracts.Inferences;

/// <summary>One answered question, image or row, as it was recorded. What its task does not have is null or empty.</summary>
public sealed record InferenceRecord
{
    /// <summary>UUID v7; its time is the request's.</summary>
    public required Guid InferenceId { get; init; }

    /// <summary>When the answer was given, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>One of <see cref="Models.ModelTasks"/>.</summary>
    public required string Task { get; init; }

    /// <summary>The model version that answered.</summary>
    public required ModelVersion Model { get; init; }

    /// <summary>SHA-256 of the uploaded bytes in lower-case hex; also the image's key in the object store. Null for a row.</summary>
    public string? InputHash { get; init; }

    /// <summary>Media type of the uploaded image.</summary>
    public string? MediaType { get; init; }

    /// <summary>The question that was asked about a document.</summary>
    public string? Question { get; init; }

    /// <summary>The words that were found, or the label; null when there is none.</summary>
    public string? Answer { get; init; }

    /// <summary>The number that was predicted for a row.</summary>
    public double? Value { get; init; }

    /// <summary>Probability that the answer is right, 0 to 1; null where a number is predicted.</summary>
    public double? Confidence { get; init; }

    /// <summary>The most probable labels, best first.</summary>
    public IReadOnlyList<LabelConfidence> Predictions { get; init; } = [];

    /// <summary>The values of the row by feature, null where one was missing; a category is its word. Left out of lists.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Instance { get; init; }

    /// <summary>Key of the heat map in the object store, when one was asked for.</summary>
    public string? Heatmap { get; init; }

    /// <summary>Where the answer stands.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Size of the page that holds the answer.</summary>
    public PageSize? Page { get; init; }

    /// <summary>Where the time of a document's answer went.</summary>
    public AnswerTimings? Timings { get; init; }

    /// <summary>Milliseconds from request to answer; null for a row, which is answered together with others.</summary>
    public double? ElapsedMs { get; init; }

    /// <summary>The words that the OCR read, with their boxes. Left out of lists.</summary>
    public IReadOnlyList<OcrWord>? Words { get; init; }

    /// <summary>Named measurements of the input and of the reader's decision, for drift. Left out of lists.</summary>
    public IReadOnlyDictionary<string, double>? Features { get; init; }

    /// <summary>The latest verdict of a person, if any.</summary>
    public Feedback? Feedback { get; init; }
}

/// <summary>A person's word on an answer.</summary>
/// <param name="Verdict"><c>correct</c> or <c>incorrect</c>.</param>
/// <param name="Expected">The right answer, when the person gave it; at most 1,000 characters.</param>
/// <param name="GivenAt">When, UTC; set by the service.</param>
public sealed record Feedback(string Verdict, string? Expected = null, DateTimeOffset? GivenAt = null)
{
    /// <summary>The answer is right.</summary>
    public const string Correct = "correct";

    /// <summary>The answer is wrong.</summary>
    public const string Incorrect = "incorrect";
}
