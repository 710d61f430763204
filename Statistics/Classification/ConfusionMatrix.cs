namespace AspireMl.Statistics.Classification;

/// <summary>How often each class was called what.</summary>
public sealed class ConfusionMatrix
{
    readonly int[,] _counts;

    ConfusionMatrix(int[,] counts, int total)
    {
        _counts = counts;
        Total = total;
    }

    /// <summary>Number of classes.</summary>
    public int Classes => _counts.GetLength(0);

    /// <summary>Number of cases.</summary>
    public int Total { get; }

    /// <summary>Cases of one class that were called another.</summary>
    /// <param name="actual">The class, from 0.</param>
    /// <param name="predicted">What it was called, from 0.</param>
    public int this[int actual, int predicted] => _counts[actual, predicted];

    /// <summary>Counts.</summary>
    /// <param name="actual">The class of each case, from 0.</param>
    /// <param name="predicted">What each was called.</param>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a class is none of them.</exception>
    public static ConfusionMatrix Of(ReadOnlySpan<int> actual, ReadOnlySpan<int> predicted, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (actual.Length != predicted.Length)
        {
            throw new ArgumentException($"There are {actual.Length} classes, but {predicted.Length} predictions.");
        }

        var counts = new int[classes, classes];
        for (var i = 0; i < actual.Length; i++)
        {
            if ((uint)actual[i] >= (uint)classes || (uint)predicted[i] >= (uint)classes)
            {
                throw new ArgumentException($"Case {i} is of class {actual[i]} and was called {predicted[i]}; the classes are 0 to {classes - 1}.");
            }

            counts[actual[i], predicted[i]]++;
        }

        return new(counts, actual.Length);
    }

    /// <summary>Cases of a class.</summary>
    public int Actual(int label) => Enumerable.Range(0, Classes).Sum(other => _counts[label, other]);

    /// <summary>Cases that were called a class.</summary>
    public int Predicted(int label) => Enumerable.Range(0, Classes).Sum(other => _counts[other, label]);

    /// <summary>Share of the cases that were called what they are; not a number when there are none.</summary>
    public double Accuracy => Enumerable.Range(0, Classes).Sum(label => _counts[label, label]) / (double)Total;
}
