using AspireMl.Contracts.Documents;

namespace AspireMl.Contracts.Inferences;

/// <summary>One answered request, as it was recorded.</summary>
public sealed record InferenceRecord
{
    /// <summary>UUID v7; its time is the request's.</summary>
    public required Guid InferenceId { get; init; }

    /// <summary>When the answer was given, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The task: <c>document-question</c>, later <c>image-classification</c> and the tabular ones.</summary>
    public required string Task { get; init; }

    /// <summary>The model version that answered.</summary>
    public required ModelVersion Model { get; init; }

    /// <summary>SHA-256 of the uploaded bytes in lower-case hex; also the image's key in the object store.</summary>
    public required string InputHash { get; init; }

    /// <summary>Media type of the uploaded image.</summary>
    public required string MediaType { get; init; }

    /// <summary>The question that was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The answer, or null when none was found.</summary>
    public string? Answer { get; init; }

    /// <summary>Probability that the answer is right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Where the answer stands.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Size of the page that holds the answer.</summary>
    public required PageSize Page { get; init; }

    /// <summary>Where the time went.</summary>
    public required AnswerTimings Timings { get; init; }

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
