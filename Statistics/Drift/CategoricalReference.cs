using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Distributions;

namespace AspireMl.Statistics.Drift;

internal sealed class CategoricalReference(string name, CategoryCounts counts) : ColumnReference(name, ColumnKind.Categorical)
{
    internal override long Rows => counts.Total + counts.Missing;

    private protected override IReadOnlyList<DriftResult> Judge(ColumnSample current, DriftTest[] tests)
    {
        var other = current.Counts ?? throw WrongKind();
        if (counts.Total == 0 || other.Total == 0)
        {
            return [];
        }

        var table = new ContingencyTable(counts, other);
        var square = table.Reference.Length <= 2 && counts.Total + other.Total <= FisherExact.MostRows;
        return [.. tests.Where(test => square || test.Method != DriftMethod.Fisher).Select(test => Judge(test, table))];
    }

    static DriftResult Judge(DriftTest test, ContingencyTable table) => test.Method switch
    {
        DriftMethod.ChiSquare => DriftResult.OfTest(test, HomogeneityTests.ChiSquare(table.Reference, table.Current)),
        DriftMethod.G => DriftResult.OfTest(test, HomogeneityTests.G(table.Reference, table.Current)),
        DriftMethod.Fisher => DriftResult.OfTest(test, Fisher(table)),
        DriftMethod.PopulationStabilityIndex => DriftResult.OfDistance(test, PopulationStabilityIndex.Of(table.Reference, table.Current)),
        DriftMethod.JensenShannon => DriftResult.OfDistance(test, DiscreteDistances.JensenShannon(table.Reference, table.Current)),
        DriftMethod.Hellinger => DriftResult.OfDistance(test, DiscreteDistances.Hellinger(table.Reference, table.Current)),
        DriftMethod.TotalVariation => DriftResult.OfDistance(test, DiscreteDistances.TotalVariation(table.Reference, table.Current)),
        DriftMethod.LInfinity => DriftResult.OfDistance(test, DiscreteDistances.LInfinity(table.Reference, table.Current)),
        _ => throw new ArgumentException($"{test.Name} does not judge categorical columns."),
    };

    static TestResult Fisher(ContingencyTable table) => table.Reference.Length < 2
        ? new(0, 1)
        : FisherExact.Test(table.Reference[0], table.Reference[1], table.Current[0], table.Current[1]);
}
