using AspireMl.Contracts.Documents;
using AspireMl.Contracts.Inferences;

namespace AspireMl.Storage.Tabular;

/// <summary>One answered row, as it was recorded.</summary>
/// <param name="InferenceId">The id that the client was given.</param>
/// <param name="CreatedAt">When it was answered, UTC, in whole microseconds.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Features">The values in the order of that version's card; NaN where one was missing, a category as its place in the card's list.</param>
/// <param name="Prediction">The number, or the place of the most probable label in the card's list.</param>
/// <param name="Probabilities">The probability of each label; null where a number was predicted.</param>
public sealed record TabularInference(
    Guid InferenceId, DateTimeOffset CreatedAt, string Model, string Version, float[] Features, float Prediction, float[]? Probabilities)
{
    /// <summary>The version that answered.</summary>
    public ModelVersion Answerer => new(Model, Version);

    /// <summary>The latest word of a person on it, if any.</summary>
    public Feedback? Feedback { get; init; }
}
