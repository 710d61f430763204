namespace AspireMl.Retraining.Worker.Images.Training;

/// <summary>Brings components to mean 0 and deviation 1, which lets one penalty suit them all; goes into the weights afterwards.</summary>
internal sealed class Standardisation
{
    readonly double[] _means;
    readonly double[] _deviations;

    Standardisation(double[] means, double[] deviations) => (_means, _deviations) = (means, deviations);

    /// <summary>Measures rows.</summary>
    /// <param name="rows">At least one.</param>
    public static Standardisation Of(IReadOnlyList<float[]> rows)
    {
        var (means, deviations) = (new double[rows[0].Length], new double[rows[0].Length]);
        for (var component = 0; component < means.Length; component++)
        {
            var mean = means[component] = rows.Average(row => (double)row[component]);
            var deviation = Math.Sqrt(rows.Average(row => (row[component] - mean) * (row[component] - mean)));
            // A component that never varies says nothing, and its noise must not be blown up.
            deviations[component] = deviation > 1e-6 ? deviation : double.PositiveInfinity;
        }

        return new(means, deviations);
    }

    /// <summary>Rows in the new scale.</summary>
    public double[][] Apply(IReadOnlyList<float[]> rows) =>
        [.. rows.Select(row => Enumerable.Range(0, row.Length).Select(component => (row[component] - _means[component]) / _deviations[component]).ToArray())];

    /// <summary>The layer that does with rows as they are what another does with rows in the new scale.</summary>
    /// <param name="layer">Weights class by class, then one bias a class.</param>
    /// <param name="classes">Number of classes.</param>
    public SoftmaxHead Unfold(double[] layer, int classes)
    {
        var components = _means.Length;
        var weights = new float[classes * components];
        var bias = new float[classes];
        for (var label = 0; label < classes; label++)
        {
            var offset = layer[(classes * components) + label];
            for (var component = 0; component < components; component++)
            {
                var weight = layer[(label * components) + component] / _deviations[component];
                weights[(label * components) + component] = (float)weight;
                offset -= weight * _means[component];
            }

            bias[label] = (float)offset;
        }

        return new(weights, bias);
    }
}
