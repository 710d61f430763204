using AspireMl.Statistics.Numeric;
using MathNet.Numerics.LinearAlgebra;

namespace AspireMl.Statistics.Performance;

/// <summary>
/// Inputs of a quadratic surface: standardised columns, their squares, and their products while there are few columns. Values beyond the
/// reference's outer half percents are taken for its ends, so that the surface is not asked where nothing is known of it.
/// </summary>
sealed class QuadraticInputs
{
    const int MostForProducts = 20;
    const double Tail = 0.005;

    readonly (double Low, double High, double Mean, double Deviation)[] _columns;

    public QuadraticInputs(IReadOnlyList<double[]> reference) => _columns = [.. reference.Select(Column)];

    public Matrix<double> Expand(IReadOnlyList<double[]> columns)
    {
        if (columns.Count != _columns.Length)
        {
            throw new ArgumentException($"There are {columns.Count} columns; the reference has {_columns.Length}.", nameof(columns));
        }

        double[][] standard = [.. columns.Zip(_columns, (values, column) => Array.ConvertAll(values, value => Standardise(value, column)))];
        var rows = standard.Length == 0 ? 0 : standard[0].Length;
        List<double[]> inputs = [Enumerable.Repeat(1.0, rows).ToArray(), .. standard];
        for (var first = 0; first < standard.Length; first++)
        {
            var last = standard.Length <= MostForProducts ? standard.Length : first + 1;
            for (var second = first; second < last; second++)
            {
                inputs.Add(Product(standard[first], standard[second]));
            }
        }

        return Matrix<double>.Build.DenseOfColumnArrays(inputs);
    }

    static double[] Product(double[] first, double[] second)
    {
        var product = new double[first.Length];
        for (var row = 0; row < product.Length; row++)
        {
            product[row] = first[row] * second[row];
        }

        return product;
    }

    static (double, double, double, double) Column(double[] values)
    {
        var sample = SortedSample.Of(values);
        if (sample.Count == 0)
        {
            return (0, 0, 0, 1);
        }

        var deviation = sample.Moments.StandardDeviation;
        return (sample.Quantile(Tail), sample.Quantile(1 - Tail), sample.Moments.Mean, deviation > 0 ? deviation : 1);
    }

    // What is missing stands in the middle.
    static double Standardise(double value, (double Low, double High, double Mean, double Deviation) column) =>
        double.IsNaN(value) ? 0 : (Math.Clamp(value, column.Low, column.High) - column.Mean) / column.Deviation;
}
