using System.Text.Json.Serialization;
using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;

namespace AspireMl.Contracts.Images;

/// <summary>What an image shows.</summary>
/// <param name="InferenceId">UUID v7; feedback names it.</param>
/// <param name="Model">The model version that answered.</param>
/// <param name="Predictions">The most probable labels, most probable first.</param>
/// <param name="Heatmap">Where the first label was seen, when that was asked for.</param>
public sealed record ImageAnswer(
    Guid InferenceId,
    ModelVersion Model,
    IReadOnlyList<LabelConfidence> Predictions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImageHeatmap? Heatmap = null);
