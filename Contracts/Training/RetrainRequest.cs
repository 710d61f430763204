namespace AspireMl.Contracts.Training;

/// <summary>Asks for a run.</summary>
public sealed record RetrainRequest
{
    /// <summary>Why, 1 to 500 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Which ways to learn: <c>mean</c>, <c>least-squares</c>, <c>elastic-net</c>, <c>xgboost</c>; all when null.</summary>
    public IReadOnlyList<string>? Trainers { get; init; }

    /// <summary>One of <see cref="RunTriggers"/>; <see cref="RunTriggers.Person"/> when null.</summary>
    public string? Trigger { get; init; }

    /// <summary>Seed of all draws; the service's own when null. The same data and seed give the same package.</summary>
    public int? Seed { get; init; }

    /// <summary>What an image classifier is to learn from; null for the image dataset of the model's name, and for other models.</summary>
    public ImageRunRequest? Image { get; init; }
}
