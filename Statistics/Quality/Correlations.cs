using System.Numerics.Tensors;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Statistics.Quality;

/// <summary>Two columns whose correlation changed.</summary>
/// <param name="First">One column.</param>
/// <param name="Second">The other.</param>
/// <param name="Reference">Pearson's r in the reference, −1 to 1.</param>
/// <param name="Current">Pearson's r now, −1 to 1.</param>
public sealed record CorrelationChange(string First, string Second, double Reference, double Current)
{
    /// <summary>|current − reference|, 0 to 2.</summary>
    public double Change => Math.Abs(Current - Reference);
}

/// <summary>Pearson's (1895) correlations of columns, and how they change.</summary>
public static class Correlations
{
    /// <summary>r over the rows in which both columns are finite; NaN below two of them or when a column is constant there.</summary>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public static double Pearson(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"The columns have {first.Length} and {second.Length} rows; both need the same.");
        }

        var (left, right, count) = (new double[first.Length], new double[first.Length], 0);
        for (var row = 0; row < first.Length; row++)
        {
            (left[count], right[count]) = (first[row], second[row]);
            count += double.IsFinite(first[row]) && double.IsFinite(second[row]) ? 1 : 0;
        }

        var x = left.AsSpan(0, count);
        var y = right.AsSpan(0, count);
        var (a, b) = (Moments.Of(x), Moments.Of(y));
        TensorPrimitives.Subtract(x, a.Mean, x);
        TensorPrimitives.Subtract(y, b.Mean, y);
        return a.SquaredDeviations > 0 && b.SquaredDeviations > 0
            ? Math.Clamp(TensorPrimitives.Dot<double>(x, y) / (Math.Sqrt(a.SquaredDeviations) * Math.Sqrt(b.SquaredDeviations)), -1, 1)
            : double.NaN;
    }

    /// <summary>Each pair of columns of both tables, largest change first; pairs whose correlation is undefined on a side are left out.</summary>
    /// <exception cref="ArgumentException">Columns of one table differ in length.</exception>
    public static IReadOnlyList<CorrelationChange> Changes(IReadOnlyDictionary<string, double[]> reference, IReadOnlyDictionary<string, double[]> current)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        string[] names = [.. reference.Keys.Where(current.ContainsKey).Order(StringComparer.Ordinal)];
        var pairs = names.SelectMany((first, index) => names.Skip(index + 1).Select(second => new CorrelationChange(
            first, second, Pearson(reference[first], reference[second]), Pearson(current[first], current[second]))));
        return [.. pairs.Where(pair => !double.IsNaN(pair.Change)).OrderByDescending(pair => pair.Change)];
    }
}
