using AspireMl.Modeling.Tabular;
using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Retraining.Worker.Tabular;

/// <summary>Linear models of standardised features; a missing value counts as the feature's mean.</summary>
internal static class LinearTrainer
{
    const int MostSweeps = 1000;
    const double Precision = 1e-7;

    /// <summary>The mean of the target, whatever the row.</summary>
    public static LinearGraph Mean(TabularData data) => new(new float[data.Columns], new float[data.Columns], data.Target.Average());

    /// <summary>The least sum of squared errors, by a QR decomposition; constant columns get no weight.</summary>
    public static LinearGraph LeastSquares(TabularData data)
    {
        var standard = Standardised.Of(data);
        int[] varying = [.. Enumerable.Range(0, data.Columns).Where(column => standard.Deviations[column] > 0)];
        var weights = new double[data.Columns];
        if (varying.Length > 0)
        {
            var matrix = Matrix<double>.Build.Dense(data.Rows, varying.Length, (row, column) => standard.Columns[varying[column]][row]);
            var solved = matrix.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Solve(Vector<double>.Build.Dense(standard.Target));
            for (var i = 0; i < varying.Length; i++)
            {
                weights[varying[i]] = solved[i];
            }
        }

        return standard.ToGraph(weights);
    }

    /// <summary>Squared errors with a penalty on the weights, by cyclic coordinate descent (Friedman, Hastie, Tibshirani 2010).</summary>
    /// <param name="data">The rows.</param>
    /// <param name="lambda">Strength of the penalty as a share of the least one that leaves no weight, above 0.</param>
    /// <param name="mix">Share of the absolute penalty, above 0 to 1; the rest is squared.</param>
    public static LinearGraph ElasticNet(TabularData data, double lambda, double mix)
    {
        var standard = Standardised.Of(data);
        var weights = new double[data.Columns];
        double[] residuals = [.. standard.Target];
        var strength = lambda * standard.Columns.Max(column => Math.Abs(Product(column, residuals))) / mix;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var largest = 0.0;
            for (var j = 0; j < weights.Length; j++)
            {
                var column = standard.Columns[j];
                var pull = Product(column, residuals) + weights[j];
                var weight = standard.Deviations[j] == 0 ? 0 : Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - (strength * mix)) / (1 + (strength * (1 - mix)));
                var change = weight - weights[j];
                if (change != 0)
                {
                    weights[j] = weight;
                    largest = Math.Max(largest, Math.Abs(change));
                    for (var i = 0; i < residuals.Length; i++)
                    {
                        residuals[i] -= change * column[i];
                    }
                }
            }

            if (largest < Precision)
            {
                break;
            }
        }

        return standard.ToGraph(weights);
    }

    static double Product(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum / left.Length;
    }

    sealed record Standardised(double[][] Columns, double[] Means, double[] Deviations, double[] Target, double TargetMean)
    {
        public static Standardised Of(TabularData data)
        {
            var columns = new double[data.Columns][];
            var (means, deviations) = (new double[data.Columns], new double[data.Columns]);
            for (var j = 0; j < columns.Length; j++)
            {
                double[] values = [.. Enumerable.Range(0, data.Rows).Select(row => (double)data.Features[(row * data.Columns) + j])];
                double[] known = [.. values.Where(value => !double.IsNaN(value))];
                var mean = means[j] = known.Length > 0 ? known.Average() : 0;
                columns[j] = [.. values.Select(value => double.IsNaN(value) ? 0 : value - mean)];
                var deviation = deviations[j] = Math.Sqrt(columns[j].Average(value => value * value));
                if (deviation > 0)
                {
                    columns[j] = [.. columns[j].Select(value => value / deviation)];
                }
            }

            var targetMean = data.Target.Average(value => (double)value);
            return new(columns, means, deviations, [.. data.Target.Select(value => value - targetMean)], targetMean);
        }

        public LinearGraph ToGraph(double[] weights) => new(
            [.. Means.Select(mean => (float)mean)],
            [.. weights.Select((weight, j) => Deviations[j] > 0 ? (float)(weight / Deviations[j]) : 0f)],
            (float)TargetMean);
    }
}
