namespace AspireMl.Statistics.Numeric;

/// <summary>
/// A reference and a current sample, walked through together once: the sums of this one pass give Kolmogorov-Smirnov, Wasserstein,
/// energy, Cramér-von Mises and Mann-Whitney. Make one pair for several methods.
/// </summary>
public sealed class SamplePair
{
    /// <summary>Walks through both samples.</summary>
    /// <exception cref="ArgumentException">A sample has no finite value.</exception>
    public SamplePair(SortedSample reference, SortedSample current)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        if (reference.Count == 0 || current.Count == 0)
        {
            throw new ArgumentException($"The {(reference.Count == 0 ? "reference" : "current")} sample has no finite value.");
        }

        (Reference, Current) = (reference, current);
        Scan = reference.IsSketched || current.IsSketched
            ? PairScan.Of<WeightedSteps, WeightedSteps>(new(reference), new(current))
            : PairScan.Of<UnitSteps, UnitSteps>(new(reference.Values), new(current.Values));
    }

    /// <summary>The sample that is compared against.</summary>
    public SortedSample Reference { get; }

    /// <summary>The sample that is judged.</summary>
    public SortedSample Current { get; }

    internal PairScan Scan { get; }
}
