namespace AspireMl.Statistics.Numeric;

/// <summary>How a p-value is found.</summary>
public enum PValueKind
{
    /// <summary>Exact when both samples are exact and the product of their sizes is at most <see cref="KolmogorovSmirnov.ExactLimit"/>.</summary>
    Automatic,

    /// <summary>By counting, conditional on the ties of the pooled sample.</summary>
    Exact,

    /// <summary>By the limit distribution.</summary>
    Asymptotic,
}

/// <summary>The two-sample, two-sided Kolmogorov-Smirnov test: D = sup |F − G|, from 0 to 1.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>Largest product of the sample sizes for which the p-value is counted exactly by default; the count takes one step a pair.</summary>
    public const long ExactLimit = 1_000_000;

    const long ExactCellsAllowed = 100_000_000;

    /// <summary>The largest distance between the two empirical distribution functions; symmetric, and unchanged by increasing transforms.</summary>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static double Distance(SortedSample reference, SortedSample current) => Distance(new SamplePair(reference, current));

    /// <inheritdoc cref="Distance(SortedSample, SortedSample)"/>
    public static double Distance(SamplePair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Scan.Gap;
    }

    /// <inheritdoc cref="Test(SamplePair, PValueKind)"/>
    public static TestResult Test(SortedSample reference, SortedSample current, PValueKind kind = PValueKind.Automatic) =>
        Test(new SamplePair(reference, current), kind);

    /// <summary>
    /// D and its p-value. Exact: the share of labellings of the pooled sample with a distance at least D, walked as lattice paths that are
    /// looked at only where a group of ties ends (Schröer and Trenkler 1995). Asymptotic: Kolmogorov's (1933) limit of √(nm/(n+m)) · D.
    /// </summary>
    /// <exception cref="ArgumentException">A sample is empty, or an exact p-value was asked for of sketches or of more than 10⁸ pairs.</exception>
    public static TestResult Test(SamplePair pair, PValueKind kind = PValueKind.Automatic)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var countable = !pair.Reference.IsSketched && !pair.Current.IsSketched;
        var pairs = (double)pair.Reference.Count * pair.Current.Count;
        if (kind == PValueKind.Exact && (!countable || pairs > ExactCellsAllowed))
        {
            throw new ArgumentException("An exact p-value needs two exact samples with at most 100 million pairs of values; use the asymptotic one.", nameof(kind));
        }

        var exact = kind == PValueKind.Exact || (kind == PValueKind.Automatic && countable && pairs <= ExactLimit);
        return new(pair.Scan.Gap, exact ? ExactPValue(pair) : KolmogorovLimit.UpperTail(Math.Sqrt(pairs / (pair.Reference.Count + pair.Current.Count)) * pair.Scan.Gap));
    }

    // Mass that first reaches the distance leaves the walk into the p-value: no difference of large numbers, so small p-values keep their digits.
    static double ExactPValue(SamplePair pair)
    {
        var (n, m) = (pair.Reference.Values.Length, pair.Current.Values.Length);
        var limit = (long)Math.Round(pair.Scan.GapCount);
        var ends = TieEnds(pair.Reference.Values, pair.Current.Values);
        var mass = new double[m + 1];
        mass[0] = 1;
        var reached = 0.0;
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                var left = n + m - i - j + 1.0;
                var fromReference = i > 0 ? mass[j] * ((n - i + 1) / left) : 0;
                var fromCurrent = j > 0 ? mass[j - 1] * ((m - j + 1) / left) : 0;
                var here = i + j == 0 ? 1 : fromReference + fromCurrent;
                var far = ends[i + j] && Math.Abs(((long)i * m) - ((long)j * n)) >= limit;
                reached += far ? here : 0;
                mass[j] = far ? 0 : here;
            }
        }

        return Math.Clamp(reached, 0, 1);
    }

    static bool[] TieEnds(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double[] pooled = [.. first, .. second];
        Array.Sort(pooled);
        var ends = new bool[pooled.Length + 1];
        ends[^1] = true;
        for (var index = 1; index < pooled.Length; index++)
        {
            ends[index] = pooled[index] != pooled[index - 1];
        }

        return ends;
    }
}
