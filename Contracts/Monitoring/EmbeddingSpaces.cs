namespace AspireMl.Contracts.Monitoring;

/// <summary>What drift of images is measured in.</summary>
public static class EmbeddingSpaces
{
    /// <summary>A fixed random projection of the embedding (untrained autoencoder).</summary>
    public const string Uae = "uae";

    /// <summary>The probabilities of the labels (black-box shift detection).</summary>
    public const string Bbsd = "bbsd";

    /// <summary>The labels that the model gives.</summary>
    public const string Predicted = "predicted-labels";

    /// <summary>The labels that people confirmed or corrected.</summary>
    public const string Confirmed = "confirmed-labels";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Uae, Bbsd, Predicted, Confirmed];
}
