namespace AspireMl.Statistics.Regression;

/// <summary>What each row adds to the sums, found once and resampled often. A row without a logarithm or with the actual value 0 adds infinity there.</summary>
internal sealed class ErrorRows
{
    readonly double[] _errors;
    readonly double[] _logarithmic;
    readonly double[] _relative;
    readonly double[] _actual;

    public ErrorRows(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted)
    {
        if (actual.Length != predicted.Length || actual.IsEmpty)
        {
            throw new ArgumentException($"There are {actual.Length} actual values and {predicted.Length} predictions; both need the same number, at least 1.");
        }

        (_errors, _logarithmic, _relative, _actual) = (new double[actual.Length], new double[actual.Length], new double[actual.Length], new double[actual.Length]);
        var centre = actual[0];
        for (var row = 0; row < actual.Length; row++)
        {
            var (truth, guess) = (actual[row], predicted[row]);
            if (!double.IsFinite(truth) || !double.IsFinite(guess))
            {
                throw new ArgumentException($"The values of row {row} are {truth} and {guess}; metrics need finite ones.");
            }

            _errors[row] = guess - truth;
            _actual[row] = truth - centre;
            _relative[row] = truth == 0 ? double.PositiveInfinity : Math.Abs((guess - truth) / truth);
            var ratio = truth > -1 && guess > -1 ? double.LogP1(guess) - double.LogP1(truth) : double.PositiveInfinity;
            _logarithmic[row] = ratio * ratio;
        }
    }

    public int Count => _errors.Length;

    public void AddTo(ref ErrorSums sums, int row)
    {
        var (error, actual) = (_errors[row], _actual[row]);
        sums.Count++;
        sums.Absolute += Math.Abs(error);
        sums.Squared += error * error;
        sums.Logarithmic += _logarithmic[row];
        sums.Relative += _relative[row];
        sums.Actual += actual;
        sums.ActualSquared += actual * actual;
    }
}
