using System.Text.Json.Serialization;
using AspireMl.Contracts.Documents;

namespace AspireMl.Contracts.Tabular;

/// <summary>What a tabular model predicts for the rows of a request.</summary>
/// <param name="Model">The model version that answered.</param>
/// <param name="Predictions">One for each row, in the order of the rows.</param>
public sealed record TabularAnswer(ModelVersion Model, IReadOnlyList<TabularPrediction> Predictions)
{
    /// <summary>What each feature adds to each prediction, when it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TabularContributions>? Contributions { get; init; }

    /// <summary>Features with values outside the range that training saw; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TabularWarning>? Warnings { get; init; }
}
