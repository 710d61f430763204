using System.Numerics.Tensors;
using AspireMl.Contracts.Models;

namespace AspireMl.Modeling.Images;

/// <summary>Turns logits into probabilities without overflow.</summary>
public static class ClassProbabilities
{
    /// <summary>The probabilities of the logits of one image.</summary>
    /// <param name="logits">One a label; minus infinity closes a label off.</param>
    /// <param name="activation">One of <see cref="ImageActivations"/>.</param>
    /// <param name="temperature">What logits are divided by, above 0.</param>
    /// <exception cref="InvalidOperationException">A logit is not a number, or none is finite where one label must be right.</exception>
    public static float[] Of(ReadOnlySpan<float> logits, string activation, double temperature)
    {
        foreach (var logit in logits)
        {
            if (float.IsNaN(logit) || float.IsPositiveInfinity(logit))
            {
                throw new InvalidOperationException("The graph gave a logit that is not a number.");
            }
        }

        var probabilities = new float[logits.Length];
        TensorPrimitives.Divide(logits, (float)temperature, probabilities);
        if (activation == ImageActivations.Sigmoid)
        {
            TensorPrimitives.Sigmoid<float>(probabilities, probabilities);
        }
        else
        {
            Softmax(probabilities);
        }

        return probabilities;
    }

    static void Softmax(Span<float> values)
    {
        // The largest becomes 0, so that no exponential exceeds 1.
        var largest = TensorPrimitives.Max<float>(values);
        if (float.IsNegativeInfinity(largest))
        {
            throw new InvalidOperationException("The graph gave no finite logit.");
        }

        TensorPrimitives.Subtract(values, largest, values);
        TensorPrimitives.Exp<float>(values, values);
        TensorPrimitives.Divide(values, TensorPrimitives.Sum<float>(values), values);
    }
}
