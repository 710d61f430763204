namespace AspireMl.Statistics.Numeric;

/// <summary>An empirical distribution function's steps, ascending.</summary>
internal interface ISteps
{
    int Length { get; }

    long Total { get; }

    double Value(int index);

    /// <summary>How many values lie before the step of this index; the total at the end.</summary>
    long Before(int index);
}

/// <summary>Steps of one value each.</summary>
internal readonly ref struct UnitSteps(ReadOnlySpan<double> values) : ISteps
{
    readonly ReadOnlySpan<double> _values = values;

    public int Length => _values.Length;

    public long Total => _values.Length;

    public double Value(int index) => _values[index];

    public long Before(int index) => index;
}

/// <summary>Steps that stand for several values each.</summary>
internal readonly ref struct WeightedSteps(SortedSample sample) : ISteps
{
    readonly ReadOnlySpan<double> _values = sample.Values;
    readonly ReadOnlySpan<long> _cumulative = sample.Cumulative;
    readonly bool _weighted = sample.IsSketched;

    public int Length => _values.Length;

    public long Total { get; } = sample.Count;

    public double Value(int index) => _values[index];

    public long Before(int index) => !_weighted ? index : index == 0 ? 0 : _cumulative[index - 1];
}
