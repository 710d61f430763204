using System.Text.Json.Serialization;
using AspireMl.Contracts.Inferences;

namespace AspireMl.Contracts.Images;

/// <summary>What came of one image of a batch: predictions under an id, or an error.</summary>
public sealed record ImageBatchResult
{
    /// <summary>UUID v7; feedback names it. Null when there is an error.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? InferenceId { get; init; }

    /// <summary>The most probable labels, most probable first. Null when there is an error.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LabelConfidence>? Predictions { get; init; }

    /// <summary>Why the image could not be classified, as a sentence; null when it was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }
}
