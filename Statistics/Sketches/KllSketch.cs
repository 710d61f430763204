using AspireMl.Statistics.Numeric;
using AspireMl.Statistics.Sampling;

namespace AspireMl.Statistics.Sketches;

/// <summary>
/// A mergeable quantile sketch (Karnin, Lang and Liberty 2016): compactors of shrinking capacity, each of which, when full, passes every
/// second of its sorted values on with twice the weight, starting at the first or second by a coin. Memory grows with the logarithm of
/// the count only, and beyond some thousand values hardly at all. Seeded, so the same calls give the same sketch. Not safe for several threads.
/// </summary>
/// <remarks>
/// The sketch knows its own error. Compacting weight w changes a rank by −w, 0 or w with mean 0, so by Hoeffding's inequality a rank is
/// off by more than t with probability at most 2 exp(−t² / (2V)), V being the sum of w² over the compactions. <see cref="RankError"/> is
/// the bound that holds for all values at once with 99 % confidence.
/// </remarks>
public sealed class KllSketch
{
    /// <summary>The capacity of the largest compactor unless another is asked for: a rank error below 0.01 at any count.</summary>
    public const int DefaultCapacity = 2048;

    const double Failure = 0.01;
    const int Grid = 2000;

    readonly List<Compactor> _levels = [];
    SplitMix64 _random;

    /// <summary>An empty sketch.</summary>
    /// <param name="capacity">Of the largest compactor, 64 to 65,536; the error falls in proportion.</param>
    /// <param name="seed">Of the coins.</param>
    public KllSketch(int capacity = DefaultCapacity, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, Capacities.Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, Capacities.Largest);
        (Capacity, _random) = (capacity, new(seed));
        _levels.Add(new(capacity));
    }

    internal KllSketch(int capacity, ulong coins, long count, double variance, double min, double max, List<Compactor> levels)
        : this(capacity, coins)
    {
        (Count, Variance, Min, Max, _levels) = (count, variance, min, max, levels);
    }

    /// <summary>Capacity of the largest compactor.</summary>
    public int Capacity { get; }

    /// <summary>How many values were added.</summary>
    public long Count { get; private set; }

    /// <summary>Smallest value, exact; +∞ without values.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>Largest value, exact; −∞ without values.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>How many values are kept.</summary>
    public int Retained => _levels.Sum(level => level.Count);

    /// <summary>
    /// Largest error of the empirical distribution function, 0 to 1, that all its values together stay within with 99 % confidence;
    /// 0 while nothing has been dropped.
    /// </summary>
    public double RankError => Variance == 0 ? 0 : Math.Min(1, (Math.Sqrt(2 * Variance * Math.Log(2 * Grid / Failure)) / Count) + (1.0 / Grid));

    internal double Variance { get; private set; }

    internal ulong Coins => _random.State;

    internal IReadOnlyList<Compactor> Levels => _levels;

    /// <summary>Adds a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A sketch holds finite values only.");
        }

        Count++;
        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
        if (_levels[0].Push(value + 0.0))
        {
            Compact();
        }
    }

    /// <summary>Adds all that the other sketch stands for; the other is left as it is. The bound holds whatever the order of merges.</summary>
    /// <exception cref="ArgumentException">The other sketch has another capacity.</exception>
    public void Merge(KllSketch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Capacity != Capacity)
        {
            throw new ArgumentException($"This sketch has the capacity {Capacity} and the other {other.Capacity}; both need the same.", nameof(other));
        }

        Compactor[] levels = [.. other._levels.Select(level => level.Copy())];
        (Count, Variance) = (Count + other.Count, Variance + other.Variance);
        (Min, Max) = (Math.Min(Min, other.Min), Math.Max(Max, other.Max));
        while (_levels.Count < levels.Length)
        {
            Grow();
        }

        for (var level = 0; level < levels.Length; level++)
        {
            _levels[level].Absorb(levels[level], sorted: level > 0);
        }

        Compact();
    }

    /// <summary>The kept values with their weights, for every comparison of samples.</summary>
    internal SortedSample ToSample(Moments moments, long missing, long infinite) => KllSample.Of(this, moments, missing, infinite);

    void Compact()
    {
        for (var level = 0; level < _levels.Count; level++)
        {
            if (!_levels[level].IsFull)
            {
                continue;
            }

            if (level == _levels.Count - 1)
            {
                Grow();
            }

            var weight = Math.Pow(2, level);
            _levels[level].PassOn(_levels[level + 1], sorted: level > 0, (_random.Next() >> 63) == 0);
            Variance += weight * weight;
        }
    }

    void Grow()
    {
        _levels.Add(new(Capacity));
        for (var level = 0; level < _levels.Count; level++)
        {
            _levels[level].Limit = Capacities.Of(Capacity, _levels.Count - 1 - level);
        }
    }
}
