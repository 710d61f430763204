namespace AspireMl.Contracts.Monitoring;

/// <summary>What a report is about.</summary>
public static class ReportKinds
{
    /// <summary>Whether the features that the model is asked about have changed.</summary>
    public const string DataDrift = "data-drift";

    /// <summary>Whether what the model predicts has changed.</summary>
    public const string PredictionDrift = "prediction-drift";

    /// <summary>Whether what the model should predict has changed.</summary>
    public const string TargetDrift = "target-drift";

    /// <summary>Missing, impossible, constant and repeated values.</summary>
    public const string Quality = "quality";

    /// <summary>How wrong the predictions are, or probably are.</summary>
    public const string Performance = "performance";

    /// <summary>Whether images look different to the model, in its embeddings, its probabilities or its labels.</summary>
    public const string EmbeddingDrift = "embedding-drift";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [DataDrift, PredictionDrift, TargetDrift, Quality, Performance, EmbeddingDrift];
}
