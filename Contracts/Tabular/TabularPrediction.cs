using System.Text.Json.Serialization;

namespace AspireMl.Contracts.Tabular;

/// <summary>The prediction for one row: a number, or a label with the probability of each.</summary>
/// <param name="InferenceId">UUID v7 under which it is recorded; a label that arrives later names it.</param>
public sealed record TabularPrediction(Guid InferenceId)
{
    /// <summary>The number, in the unit of the card's target; null where a label is predicted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public float? Value { get; init; }

    /// <summary>The most probable label; null where a number is predicted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Label { get; init; }

    /// <summary>The probability of each label, 0 to 1; null where a number is predicted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, float>? Probabilities { get; init; }
}
