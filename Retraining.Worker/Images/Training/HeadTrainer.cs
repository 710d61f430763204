using AspireMl.Contracts.Training;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>
/// Trains a softmax layer by L-BFGS. Penalties are tried from the strongest to the weakest, each from where the last one ended; within each,
/// training stops when the validation images are not better explained any more. They choose among all layers that were met.
/// </summary>
internal sealed class HeadTrainer(ImageTrainingSettings settings)
{
    const int IterationsOfRound = 10;
    const int Memory = 10;
    const int Patience = 3;
    const double GradientTolerance = 1e-5;
    const double ProgressTolerance = 1e-9;

    /// <summary>Trains. The same images give the same head.</summary>
    /// <param name="training">Images to learn from, of every class.</param>
    /// <param name="validation">Images that choose.</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="cancellation">Gives up.</param>
    public TrainedHead Train(EmbeddedImages training, EmbeddedImages validation, int classes, CancellationToken cancellation)
    {
        var scale = Standardisation.Of(training.Embeddings);
        var loss = new SoftmaxLoss(scale.Apply(training.Embeddings), training.Labels, classes);
        var judge = new SoftmaxLoss(scale.Apply(validation.Embeddings), validation.Labels, classes);
        var layer = new double[loss.Length];
        Best? best = null;
        var worse = 0;
        foreach (var penalty in settings.Penalties.OrderDescending())
        {
            var found = Minimise(loss, judge, layer, penalty, cancellation);
            layer = found.Layer;
            worse = best is null || found.Loss < best.Loss ? 0 : worse + 1;
            best = best is null || found.Loss < best.Loss ? found : best;
            if (worse == Patience)
            {
                break;
            }
        }

        var chosen = best ?? throw new InvalidOperationException("There is no penalty to train under.");
        var head = scale.Unfold(chosen.Layer, classes);
        return new(head, Temperature.Fit([.. validation.Embeddings.Select(head.Logits)], validation.Labels), chosen.Penalty, chosen.Iterations, chosen.Loss);
    }

    Best Minimise(SoftmaxLoss loss, SoftmaxLoss judge, double[] start, double penalty, CancellationToken cancellation)
    {
        var layer = start;
        var best = new Best(start, penalty, 0, judge.Of(start, 0, []));
        var stale = 0;
        for (var iterations = IterationsOfRound; iterations <= settings.Iterations && stale < Patience; iterations += IterationsOfRound)
        {
            cancellation.ThrowIfCancellationRequested();
            (layer, var ended) = Round(loss, layer, penalty);
            var judged = judge.Of(layer, 0, []);
            stale = judged < best.Loss ? 0 : stale + 1;
            best = judged < best.Loss ? new(layer, penalty, iterations, judged) : best;
            if (ended)
            {
                break;
            }
        }

        return best;
    }

    static (double[] Layer, bool Ended) Round(SoftmaxLoss loss, double[] start, double penalty)
    {
        var lowest = (Value: double.PositiveInfinity, Layer: start);
        var objective = ObjectiveFunction.Gradient(layer =>
        {
            var gradient = new double[loss.Length];
            var numbers = layer.AsArray() ?? layer.ToArray();
            var value = loss.Of(numbers, penalty, gradient);
            if (value < lowest.Value)
            {
                lowest = (value, [.. numbers]);
            }

            return (value, Vector<double>.Build.Dense(gradient));
        });
        try
        {
            new LimitedMemoryBfgsMinimizer(GradientTolerance, ProgressTolerance, ProgressTolerance, Memory, IterationsOfRound).FindMinimum(objective, Vector<double>.Build.DenseOfArray(start));
            return (lowest.Layer, true);
        }
        catch (MaximumIterationsException)
        {
            // The minimiser's way to say that a round is over.
            return (lowest.Layer, false);
        }
        catch (OptimizationException)
        {
            // No step along the line is lower any more: the minimum, as far as numbers tell.
            return (lowest.Layer, true);
        }
    }

    sealed record Best(double[] Layer, double Penalty, int Iterations, double Loss);
}
