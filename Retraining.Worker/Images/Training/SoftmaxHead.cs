using System.Numerics.Tensors;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>A linear layer upon an embedding.</summary>
/// <param name="Weights">Class by class, one weight a component.</param>
/// <param name="Bias">One a class.</param>
internal sealed record SoftmaxHead(float[] Weights, float[] Bias)
{
    /// <summary>The logits of an embedding.</summary>
    public float[] Logits(float[] embedding)
    {
        var logits = new float[Bias.Length];
        for (var label = 0; label < logits.Length; label++)
        {
            logits[label] = TensorPrimitives.Dot<float>(Weights.AsSpan(label * embedding.Length, embedding.Length), embedding) + Bias[label];
        }

        return logits;
    }
}
