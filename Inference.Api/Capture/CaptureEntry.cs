using System.Text.Json.Serialization;
using AspireMl.Contracts.Inferences;
using AspireMl.Storage.Documents;

namespace AspireMl.Inference.Api.Capture;

/// <summary>Something that is to be recorded: an answer with its image, or a person's word on one.</summary>
sealed class CaptureEntry
{
    /// <summary>The answer.</summary>
    public InferenceRecord? Record { get; init; }

    /// <summary>The answer's image; null once the object store has it.</summary>
    public byte[]? Image { get; set; }

    /// <summary>The word.</summary>
    public FeedbackEntry? Feedback { get; init; }

    /// <summary>The file that keeps the entry already, or null.</summary>
    [JsonIgnore]
    public string? SpillFile { get; init; }

    /// <summary>Its place in the line.</summary>
    [JsonIgnore]
    public long Number { get; set; }
}
