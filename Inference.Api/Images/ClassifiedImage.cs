using System.Numerics.Tensors;
using AspireMl.Contracts.Images;
using AspireMl.Contracts.Inferences;
using AspireMl.Contracts.Models;
using AspireMl.Modeling.Images;
using AspireMl.Modeling.Images.Explanations;
using AspireMl.Storage.Images;
using AspireMl.Storage.Objects;

namespace AspireMl.Inference.Api.Images;

/// <summary>An image with what a model says of it, as clients and as the record see it.</summary>
/// <param name="InferenceId">The id that the client is given.</param>
/// <param name="CreatedAt">When it was asked about.</param>
/// <param name="Card">The model's card.</param>
/// <param name="Labels">The model's labels.</param>
/// <param name="InputHash">SHA-256 of the uploaded bytes.</param>
/// <param name="Classification">What the model says.</param>
/// <param name="Width">Width of the image in pixels.</param>
/// <param name="Height">Height of the image in pixels.</param>
/// <param name="Times">Where the time went.</param>
/// <param name="Pictures">The heat map, when it was asked for.</param>
sealed record ClassifiedImage(
    Guid InferenceId,
    DateTimeOffset CreatedAt,
    ModelCard Card,
    IReadOnlyList<string> Labels,
    string InputHash,
    ImageClassification Classification,
    int Width,
    int Height,
    ImageTimes Times,
    HeatMapPictures? Pictures = null)
{
    float[] Probabilities => Classification.Probabilities;

    /// <summary>Probability of the most probable label.</summary>
    public float Confidence => TensorPrimitives.Max<float>(Probabilities);

    public ImageAnswer ToAnswer(int top) => new(
        InferenceId, new(Card.Name, Card.Version), Top(top), Pictures is null ? null : new(Pictures.Grey, Pictures.Overlay));

    public ImageBatchResult ToResult(int top) => new() { InferenceId = InferenceId, Predictions = Top(top) };

    public InferenceRecord ToRecord(string mediaType, double elapsedMs)
    {
        var predictions = Top(ImageQuestion.UsualTop);
        return new()
        {
            InferenceId = InferenceId,
            CreatedAt = CreatedAt,
            Task = Card.Task,
            Model = new(Card.Name, Card.Version),
            InputHash = InputHash,
            MediaType = mediaType,
            Answer = predictions[0].Label,
            Confidence = predictions[0].Confidence,
            Predictions = predictions,
            Heatmap = Pictures is null ? null : ObjectKey.Of(Pictures.Grey),
            Page = new(Width, Height),
            ElapsedMs = elapsedMs,
            Features = new Dictionary<string, double> { ["image_width"] = Width, ["image_height"] = Height, ["confidence"] = Confidence },
        };
    }

    public ImageInference ToInference() =>
        new(InferenceId, CreatedAt, Card.Name, Card.Version, Classification.Embedding, Probabilities, InputHash);

    LabelConfidence[] Top(int count) =>
    [
        .. Enumerable.Range(0, Probabilities.Length)
            .OrderByDescending(label => Probabilities[label])
            .Take(count)
            .Select(label => new LabelConfidence(Labels[label], Probabilities[label])),
    ];
}
