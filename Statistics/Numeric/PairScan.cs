namespace AspireMl.Statistics.Numeric;

/// <summary>What one walk through two samples gives. F is the reference's empirical distribution function, G the current sample's.</summary>
/// <param name="Gap">Largest |F − G|.</param>
/// <param name="GapCount">The same, times both counts: a whole number while both are exact.</param>
/// <param name="Area">∫ |F − G| dx.</param>
/// <param name="SquaredArea">∫ (F − G)² dx.</param>
/// <param name="ReferenceRanks">Sum of the reference's midranks in the pooled sample.</param>
/// <param name="ReferenceShifts">Σ (midrank of the i-th value − i)² over the reference.</param>
/// <param name="CurrentShifts">The same over the current sample.</param>
/// <param name="Ties">Σ (t³ − t) over the groups of t equal values.</param>
internal readonly record struct PairScan(
    double Gap, double GapCount, double Area, double SquaredArea, double ReferenceRanks, double ReferenceShifts, double CurrentShifts, double Ties)
{
    public static PairScan Of<TReference, TCurrent>(TReference reference, TCurrent current)
        where TReference : ISteps, allows ref struct
        where TCurrent : ISteps, allows ref struct
    {
        double gapCount = 0, area = 0, squaredArea = 0, ranks = 0, referenceShifts = 0, currentShifts = 0, ties = 0;
        double referenceTotal = reference.Total, currentTotal = current.Total;
        double perReference = 1 / referenceTotal, perCurrent = 1 / currentTotal;
        int i = 0, j = 0;
        long before = 0, currentBefore = 0;
        var difference = 0.0;
        var previous = 0.0;
        while (i < reference.Length || j < current.Length)
        {
            var x = i < reference.Length ? reference.Value(i) : double.PositiveInfinity;
            var y = j < current.Length ? current.Value(j) : double.PositiveInfinity;
            var value = Math.Min(x, y);
            if (difference != 0)
            {
                var width = value - previous;
                area += Math.Abs(difference) * width;
                squaredArea += difference * difference * width;
            }

            i += x == value ? 1 : 0;
            j += y == value ? 1 : 0;
            while (i < reference.Length && reference.Value(i) == value)
            {
                i++;
            }

            while (j < current.Length && current.Value(j) == value)
            {
                j++;
            }

            var after = reference.Before(i);
            var currentAfter = current.Before(j);
            double here = after - before, currentHere = currentAfter - currentBefore, tied = here + currentHere;
            var middle = before + currentBefore + ((tied + 1) / 2);
            ranks += here * middle;
            referenceShifts += Shifts(here, middle - before);
            currentShifts += Shifts(currentHere, middle - currentBefore);
            ties += ((tied * tied) - 1) * tied;

            difference = (after * perReference) - (currentAfter * perCurrent);
            gapCount = Math.Max(gapCount, Math.Abs((after * currentTotal) - (currentAfter * referenceTotal)));
            (before, currentBefore, previous) = (after, currentAfter, value);
        }

        return new(gapCount * perReference * perCurrent, gapCount, area, squaredArea, ranks, referenceShifts, currentShifts, ties);
    }

    // Σ (c − k)² for k from 1 to n, as n (c − (n + 1)/2)² + n (n² − 1)/12.
    static double Shifts(double count, double centre)
    {
        var offset = centre - ((count + 1) / 2);
        return (count * offset * offset) + (count * ((count * count) - 1) / 12);
    }
}
