namespace AspireMl.Contracts.Models;

/// <summary>How the logits of an image classifier become probabilities.</summary>
public static class ImageActivations
{
    /// <summary>One label is right: probabilities add up to 1.</summary>
    public const string Softmax = "softmax";

    /// <summary>Each label is right or not by itself.</summary>
    public const string Sigmoid = "sigmoid";
}
