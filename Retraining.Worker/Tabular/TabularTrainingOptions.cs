namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>How a tabular model is trained.</summary>
internal sealed record TabularTrainingOptions
{
    public const string DefaultDescription = "Predicts a number from a row.";

    public required string Name { get; init; }

    public required string Target { get; init; }

    public string Version { get; init; } = "1.0.0";

    public string Description { get; init; } = DefaultDescription;

    public SearchOptions Search { get; init; } = new();
}
