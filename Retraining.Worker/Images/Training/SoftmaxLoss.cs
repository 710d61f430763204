using System.Numerics.Tensors;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Mean cross-entropy of a linear layer with softmax over standardised embeddings, with a squared penalty on its weights.</summary>
internal sealed class SoftmaxLoss
{
    // Chunks are summed in their order, whatever thread does them, so that the sum is the same each time.
    const int RowsOfChunk = 512;

    readonly double[][] _rows;
    readonly int[] _labels;

    /// <param name="rows">Rows of the same length.</param>
    /// <param name="labels">The class of each row, from 0.</param>
    /// <param name="classes">Number of classes.</param>
    public SoftmaxLoss(double[][] rows, IReadOnlyList<int> labels, int classes)
    {
        _rows = rows;
        _labels = [.. labels];
        Classes = classes;
        Components = rows[0].Length;
    }

    public int Classes { get; }

    public int Components { get; }

    /// <summary>Numbers of a layer: the weights class by class, then one bias a class.</summary>
    public int Length => Classes * (Components + 1);

    /// <summary>The loss of a layer.</summary>
    /// <param name="layer">Its numbers.</param>
    /// <param name="penalty">Strength of the penalty, from 0; biases are free.</param>
    /// <param name="gradient">As long as the layer; overwritten. Empty when it is not wanted.</param>
    public double Of(ReadOnlySpan<double> layer, double penalty, Span<double> gradient)
    {
        var numbers = layer.ToArray();
        var withGradient = !gradient.IsEmpty;
        var chunks = new (double Loss, double[] Gradient)[(_rows.Length + RowsOfChunk - 1) / RowsOfChunk];
        Parallel.For(0, chunks.Length, chunk => chunks[chunk] = OfChunk(numbers, chunk * RowsOfChunk, withGradient));
        var loss = chunks.Sum(chunk => chunk.Loss) / _rows.Length;
        var weights = layer[..(Classes * Components)];
        if (withGradient)
        {
            gradient.Clear();
            foreach (var chunk in chunks)
            {
                TensorPrimitives.MultiplyAdd(chunk.Gradient, 1.0 / _rows.Length, gradient, gradient);
            }

            TensorPrimitives.MultiplyAdd(weights, penalty, gradient[..weights.Length], gradient[..weights.Length]);
        }

        return loss + (penalty / 2 * TensorPrimitives.SumOfSquares(weights));
    }

    (double Loss, double[] Gradient) OfChunk(double[] layer, int first, bool withGradient)
    {
        var gradient = new double[withGradient ? Length : 0];
        var probabilities = new double[Classes];
        var loss = 0.0;
        for (var row = first; row < Math.Min(first + RowsOfChunk, _rows.Length); row++)
        {
            loss += Softmax(layer, row, probabilities);
            if (withGradient)
            {
                probabilities[_labels[row]] -= 1;
                for (var label = 0; label < Classes; label++)
                {
                    var part = gradient.AsSpan(label * Components, Components);
                    TensorPrimitives.MultiplyAdd(_rows[row], probabilities[label], part, part);
                    gradient[(Classes * Components) + label] += probabilities[label];
                }
            }
        }

        return (loss, gradient);
    }

    // Fills in the probabilities and gives −ln of that of the row's own class.
    double Softmax(double[] layer, int row, double[] probabilities)
    {
        for (var label = 0; label < Classes; label++)
        {
            probabilities[label] = TensorPrimitives.Dot<double>(layer.AsSpan(label * Components, Components), _rows[row]) + layer[(Classes * Components) + label];
        }

        var largest = TensorPrimitives.Max<double>(probabilities);
        var own = probabilities[_labels[row]] - largest;
        TensorPrimitives.Subtract(probabilities, largest, probabilities);
        TensorPrimitives.Exp<double>(probabilities, probabilities);
        var sum = TensorPrimitives.Sum<double>(probabilities);
        TensorPrimitives.Divide(probabilities, sum, probabilities);
        return Math.Log(sum) - own;
    }
}
