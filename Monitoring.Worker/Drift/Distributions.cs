using System.Globalization;
using AspireMl.Contracts.Monitoring;
using AspireMl.Statistics.Categorical;
using AspireMl.Statistics.Numeric;

namespace AspireMl.Monitoring.Worker.Drift;

/// <summary>How the values of both sides are spread, for charts.</summary>
static class Distributions
{
    const int MostBins = 20;
    const string Others = "other";

    public static ValueDistribution? Of(ComparedColumn column) => (column.Reference, column.Current) switch
    {
        (NumericValues { Sample: { Count: > 0 } reference }, NumericValues { Sample: { Count: > 0 } current }) => Of(reference, current),
        (CategoricalValues { Counts: { Total: > 0 } reference }, CategoricalValues { Counts: { Total: > 0 } current }) => Of(reference, current),
        _ => null,
    };

    static ValueDistribution Of(SortedSample reference, SortedSample current)
    {
        var bins = Bins.Of(reference, MostBins, BinKind.EqualWidth);
        double[] edges = [.. bins.Edges];
        return new(Labels(edges), edges, Shares(bins.Counts(reference)), Shares(bins.Counts(current)));
    }

    static ValueDistribution Of(CategoryCounts reference, CategoryCounts current)
    {
        string[] names = [.. reference.Counts.Keys.Union(current.Counts.Keys)
            .OrderByDescending(name => (double)Count(reference, name) / reference.Total + (double)Count(current, name) / current.Total)
            .ThenBy(name => name, StringComparer.Ordinal)
            .Take(MostBins)];
        var labels = names.Sum(name => Count(reference, name)) < reference.Total || names.Sum(name => Count(current, name)) < current.Total
            ? [.. names, Others]
            : names;
        return new(labels, null, Shares(reference, names, labels), Shares(current, names, labels));
    }

    static string[] Labels(double[] edges) =>
    [
        $"≤ {Text(edges[0])}",
        .. edges.Zip(edges.Skip(1), (low, high) => $"{Text(low)} – {Text(high)}"),
        $"> {Text(edges[^1])}",
    ];

    static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    static double[] Shares(long[] counts)
    {
        var total = counts.Sum();
        return Array.ConvertAll(counts, count => (double)count / total);
    }

    static double[] Shares(CategoryCounts counts, string[] names, string[] labels)
    {
        long[] named = [.. names.Select(name => Count(counts, name))];
        return Shares(labels.Length > names.Length ? [.. named, counts.Total - named.Sum()] : named);
    }

    static long Count(CategoryCounts counts, string name) => counts.Counts.GetValueOrDefault(name);
}
