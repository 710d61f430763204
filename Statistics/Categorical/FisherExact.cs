using MathNet.Numerics.Distributions;

namespace AspireMl.Statistics.Categorical;

/// <summary>Fisher's (1922) exact test of a 2×2 table, two-sided.</summary>
public static class FisherExact
{
    /// <summary>Most rows of a table.</summary>
    public const long MostRows = 1_000_000_000;

    // Tables as likely as the one seen count as extreme in spite of rounding.
    const double Tolerance = 1e-7;

    /// <summary>
    /// The sample's odds ratio ad/(bc) and the probability, with all margins fixed, of a table at most as likely as this one.
    /// </summary>
    /// <param name="a">Reference, first category; 0 to 1 billion like the others.</param>
    /// <param name="b">Reference, second category.</param>
    /// <param name="c">Current, first category.</param>
    /// <param name="d">Current, second category.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the table holds more than 1 billion rows.</exception>
    public static TestResult Test(long a, long b, long c, long d)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(a);
        ArgumentOutOfRangeException.ThrowIfNegative(b);
        ArgumentOutOfRangeException.ThrowIfNegative(c);
        ArgumentOutOfRangeException.ThrowIfNegative(d);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(checked(a + b + c + d), MostRows, "rows");
        var ratio = (double)a * d / ((double)b * c);
        var (row, column, total) = ((int)(a + b), (int)(a + c), (int)(a + b + c + d));
        if (row == 0 || column == 0 || row == total || column == total)
        {
            return new(ratio, 1);
        }

        var table = new Hypergeometric(total, column, row);
        var seen = table.ProbabilityLn((int)a) + Tolerance;
        var mode = Math.Clamp((int)((column + 1L) * (row + 1L) / (total + 2L)), table.Minimum, table.Maximum);
        return new(ratio, Math.Min(1, Tail(table, mode, -1, seen) + Tail(table, mode + 1, 1, seen)));
    }

    // Probabilities fall on either side of the mode: the first that counts is found by halving, and the sum ends where nothing more is added.
    static double Tail(Hypergeometric table, int from, int step, double seen)
    {
        var (least, most) = (0, step < 0 ? from - table.Minimum + 1 : table.Maximum - from + 1);
        while (least < most)
        {
            var middle = least + ((most - least) / 2);
            (least, most) = table.ProbabilityLn(from + (step * middle)) > seen ? (middle + 1, most) : (least, middle);
        }

        var sum = 0.0;
        for (var x = from + (step * least); x >= table.Minimum && x <= table.Maximum; x += step)
        {
            var probability = Math.Exp(table.ProbabilityLn(x));
            sum += probability;
            if (probability <= sum * 1e-18)
            {
                break;
            }
        }

        return sum;
    }
}
