namespace AspireMl.Statistics.Numeric;

/// <summary>The limit distribution of the scaled Kolmogorov-Smirnov distance (Kolmogorov 1933, Smirnov 1948).</summary>
internal static class KolmogorovLimit
{
    // Both series are exact; each converges within a few terms on its side.
    const double Middle = 1.0;

    public static double UpperTail(double scaled) => scaled switch
    {
        <= 0.04 => 1,
        < Middle => 1 - Small(scaled),
        _ => Math.Clamp(Large(scaled), 0, 1),
    };

    // 2 Σ (−1)^(k−1) exp(−2k²x²)
    static double Large(double x)
    {
        var sum = 0.0;
        for (var k = 1; k <= 8; k++)
        {
            sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
        }

        return sum;
    }

    // √(2π)/x Σ exp(−(2k−1)²π²/(8x²))
    static double Small(double x)
    {
        var sum = 0.0;
        for (var k = 1; k <= 8; k++)
        {
            var odd = (2 * k) - 1;
            sum += Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * x * x));
        }

        return Math.Sqrt(2 * Math.PI) / x * sum;
    }
}
